/** This JVM as the thing that is watched: puts the parts of core together for it. */
package io.fdscope.process;
