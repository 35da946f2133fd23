/**
 * The MXBean: the last sample as attributes that any JMX client can read without our classes. Only open types leave
 * here. Nothing is sampled here, save on request; nobody here touches the platform's MBean server by himself.
 */
package io.fdscope.jmx;
