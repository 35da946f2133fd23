package io.fdscope.leak;

import io.fdscope.origin.Ledger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One full collection, and the wait until the JDK's Cleaner has closed what was garbage: until it has closed nothing for a
 * while. Does nothing in a JVM that is told to ignore requests ({@code -XX:+DisableExplicitGC}).
 */
final class GarbageCollection {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Ledger ledger;

    GarbageCollection(Ledger ledger) {
        this.ledger = ledger;
    }

    void run() {
        System.gc();
        long start = System.nanoTime();
        long changed = start;
        long dropped = ledger.facts().droppedWithoutClose();
        long now = start;
        while (now - changed < QUIET_NANOS
                && now - start < MOST_NANOS
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            now = System.nanoTime();
            long closed = ledger.facts().droppedWithoutClose();
            changed = closed == dropped ? changed : now;
            dropped = closed;
        }
    }
}
