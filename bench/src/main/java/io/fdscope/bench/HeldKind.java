package io.fdscope.bench;

/** What the held descriptors are. */
public enum HeldKind {
    /** TCP sockets that never connected: in none of the kernel's tables. */
    UNIDENTIFIED,
    /** Both ends of TCP connections over loopback. */
    CONNECTED;
}
