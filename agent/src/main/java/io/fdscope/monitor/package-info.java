/** The composition root: joins core, JFR, JMX and the black box for this JVM, once, and takes them apart again. */
package io.fdscope.monitor;
