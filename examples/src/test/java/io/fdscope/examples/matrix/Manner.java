package io.fdscope.examples.matrix;

/** How a {@link Peer} treats a connection. */
enum Manner {
    /** Keeps it, whatever comes. */
    KEEPS,
    /** Closes it at the first byte, or at the other side's end. */
    CLOSES,
    /** Resets it at the first byte. */
    RESETS,
    /** Answers each HTTP request, and keeps the connection. */
    ANSWERS,
    /** Each line names a port or path, to which it connects and which it keeps. */
    CALLS_AND_KEEPS,
    /** Each line names a port, to which it connects, to reset that connection at the first byte. */
    CALLS_AND_RESETS
}
