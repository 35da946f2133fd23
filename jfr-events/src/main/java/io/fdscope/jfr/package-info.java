/**
 * Our flight recorder events: classes of fields and annotations, and the hooks that fill them from the shared
 * {@link io.fdscope.sample.Sample}. Nothing here looks at the process by itself, and nothing of ours fails into the
 * flight recorder: that is what {@link io.fdscope.fault.Edge#JFR} counts.
 */
package io.fdscope.jfr;
