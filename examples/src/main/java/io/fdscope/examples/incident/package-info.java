/**
 * The incident, live: {@link io.fdscope.examples.incident.LeakingService} loses sockets as the real one did, in a JVM of
 * its own with fdscope in it; {@link io.fdscope.examples.incident.Demo} starts it, watches it from outside, and compares
 * what everybody says. Nothing here is needed, or a model, for running fdscope in earnest.
 */
package io.fdscope.examples.incident;
