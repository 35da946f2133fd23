package io.fdscope.procfs;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Descriptors held back for our own emergency work: each is one more on {@code /proc/self/limits}, whose reading costs
 * the kernel nothing. Where few are free, fewer are held; the rest is taken once there is room. Thread safe.
 */
public final class SpareDescriptors implements AutoCloseable {
    /** We take at most one in so many of the free ones. */
    private static final int SHARE_OF_FREE = 4;

    private final Path file;
    private final OwnFiles own;
    private final int wanted;
    private final Deque<KernelFile> held = new ArrayDeque<>();
    private boolean closed;

    /** @param wanted how many to hold, 0 or more */
    public SpareDescriptors(Path procRoot, int wanted, OwnFiles own) {
        this.file = procRoot.resolve("self/limits");
        this.own = own;
        this.wanted = wanted;
    }

    /** Takes what is missing, as far as the headroom allows; an unknown headroom (−1) allows all. */
    public synchronized void topUp(long headroom) {
        long free = headroom < 0 ? Long.MAX_VALUE : headroom;
        while (!closed && held.size() < wanted && free / SHARE_OF_FREE > 0) {
            KernelFile one = new KernelFile(file, own);
            if (!one.isOpen()) {
                return;
            }
            held.push(one);
            free -= SHARE_OF_FREE;
        }
    }

    /**
     * Takes up to {@code count} of what is missing, however few are free: for what was given up a moment ago.
     *
     * @return how many it were
     */
    public synchronized int takeBack(int count) {
        int taken = 0;
        while (!closed && taken < count && held.size() < wanted) {
            KernelFile one = new KernelFile(file, own);
            if (!one.isOpen()) {
                return taken;
            }
            held.push(one);
            taken++;
        }
        return taken;
    }

    /**
     * Gives up to {@code count} of them to the process, as long as half of what is wanted stays for a worse need.
     *
     * @return how many it were
     */
    public synchronized int lend(int count) {
        return release(Math.min(count, held.size() - wanted / 2));
    }

    /** Whether one more can be opened now. */
    public boolean hasRoom() {
        try (KernelFile one = new KernelFile(file, own)) {
            return one.isOpen();
        }
    }

    /** Whether as many are held as are wanted. */
    public synchronized boolean isWhole() {
        return held.size() >= wanted;
    }

    /** How many are held now. */
    public synchronized int held() {
        return held.size();
    }

    /** Gives up to {@code count} of them back to the process, and says how many it were. */
    public synchronized int release(int count) {
        int released = 0;
        while (released < count && !held.isEmpty()) {
            held.pop().close();
            released++;
        }
        return released;
    }

    @Override
    public synchronized void close() {
        closed = true;
        release(Integer.MAX_VALUE);
    }
}
