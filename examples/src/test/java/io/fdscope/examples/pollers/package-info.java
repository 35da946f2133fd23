/**
 * The ready-made files for pollers, each used by the poller it is for, on a JVM that leaks. Nothing here knows fdscope's
 * classes.
 */
package io.fdscope.examples.pollers;
