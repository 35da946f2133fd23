package io.fdscope.trace;

/**
 * Keeps a thread that is in a hook from entering another: whatever our own code does to sockets is not traced. Holds no
 * thread longer than it is inside, and nothing per thread, virtual ones included.
 *
 * <p>Each thread has a slot, shared with others: one that finds its slot taken writes over it, and the other loses its
 * protection until it comes out. Nobody is kept out who is not inside.
 */
final class Reentry {
    private static final int SLOTS = 1024;

    private final Thread[] inside = new Thread[SLOTS];

    /** Whether the thread may go in; then it must {@link #leave}. */
    boolean enter(Thread me) {
        int slot = slot(me);
        if (inside[slot] == me) {
            return false;
        }
        inside[slot] = me;
        return true;
    }

    void leave(Thread me) {
        int slot = slot(me);
        if (inside[slot] == me) {
            inside[slot] = null;
        }
    }

    private static int slot(Thread thread) {
        return System.identityHashCode(thread) & SLOTS - 1;
    }
}
