package io.fdscope.trace;

/**
 * Keeps a thread that is in a hook from entering another: whatever our own code does to sockets is not traced. Holds no
 * thread, and nothing per thread, virtual ones included.
 *
 * <p>Each thread has a slot, shared with others: one that finds its slot taken writes over it, and the other loses its
 * protection until it comes out. A slot holds the thread's identity hash, since a reference would take a memory barrier of
 * the collector's at every hook: nobody is kept out who is not inside, but where two have the same, which of two billion
 * numbers (of thirty million with compact object headers) is next to never.
 */
final class Reentry {
    private static final int SLOTS = 1024;

    private final int[] inside = new int[SLOTS];

    /** Whether the thread may go in; then it must {@link #leave}. */
    boolean enter(Thread me) {
        int hash = hash(me);
        int slot = hash & SLOTS - 1;
        if (inside[slot] == hash) {
            return false;
        }
        inside[slot] = hash;
        return true;
    }

    void leave(Thread me) {
        int hash = hash(me);
        int slot = hash & SLOTS - 1;
        if (inside[slot] == hash) {
            inside[slot] = 0;
        }
    }

    /** Never 0, which is nobody's. */
    private static int hash(Thread thread) {
        return System.identityHashCode(thread) | Integer.MIN_VALUE;
    }
}
