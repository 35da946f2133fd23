/**
 * The MXBean: the last sample as attributes that any JMX client can read without our classes. Only open types leave
 * here. Nothing is sampled here, save on request; the MBean server is given from outside, never looked up.
 */
package io.fdscope.jmx;
