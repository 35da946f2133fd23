package io.fdscope.procfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The time for which the thread that asks has run on a processor, from {@code /proc/thread-self/schedstat}. The kernel
 * brings it up to date with its scheduler's tick, at most {@link #TICK_NANOS} late. Meant for one thread, for which the
 * file stays open; any other opens it anew. Thread safe, so that it can be closed while somebody asks.
 */
public final class ThreadTime implements AutoCloseable {
    /** The longest tick that Linux is built with: 100 a second. */
    public static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path path;
    private final OwnFiles own;
    private final KernelLines lines = new KernelLines();
    private Thread owner;
    private KernelFile file;
    private boolean closed;

    /** @param procRoot {@code /proc} */
    public ThreadTime(Path procRoot, OwnFiles own) {
        this.path = procRoot.resolve("thread-self/schedstat");
        this.own = own;
    }

    /** In nanoseconds; {@link Reading#UNKNOWN} where the kernel does not tell, or no descriptor is left to ask with. */
    public synchronized long nanos() {
        if (closed) {
            return Reading.UNKNOWN;
        }
        try {
            long nanos = lines.open(mine()) && lines.next() ? lines.decimal() : Reading.UNKNOWN;
            return nanos > 0 ? nanos : Reading.UNKNOWN; // Kernels that do not count say 0.
        } catch (IOException e) {
            return Reading.UNKNOWN;
        }
    }

    private KernelFile mine() {
        Thread caller = Thread.currentThread();
        if (owner != caller) {
            letGo();
            owner = caller;
            file = new KernelFile(path, own);
        }
        return file;
    }

    @Override
    public synchronized void close() {
        closed = true;
        letGo();
    }

    private void letGo() {
        owner = null;
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
