/**
 * The plugin as it is shipped, in a real Equinox that runs as a process of its own. JMC's core libraries and Eclipse are
 * the real ones; for JMC's application, which Maven Central does not have, stand-ins declare the same extension points and
 * types. What a test asks is done inside by {@link io.fdscope.jmc.install.probe}.
 */
package io.fdscope.jmc.install;
