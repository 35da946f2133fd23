/**
 * Hooks in the JDK's own socket methods: which methods, and what the hooks do on the application's threads. They tell a
 * {@link io.fdscope.origin.SocketTracer} and a {@link io.fdscope.origin.SocketListener}; what those make of it is none of
 * this package's business.
 */
package io.fdscope.trace;
