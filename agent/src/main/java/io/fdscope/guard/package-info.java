/**
 * Keeps the flight recorder from aborting the JVM when no descriptor is left: hooks in its own methods, put in when it is
 * first used, and what they do there. Touches no class of the flight recorder by itself, because a JVM may lack them and
 * loading them is not free.
 */
package io.fdscope.guard;
