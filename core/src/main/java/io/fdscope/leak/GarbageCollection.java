package io.fdscope.leak;

import io.fdscope.origin.Ledger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One full collection, and the wait until the JDK has closed what was garbage, by its Cleaner or finalizers: until nothing has
 * been closed so for a while. A JVM may be told to ignore requests ({@code -XX:+DisableExplicitGC}).
 */
final class GarbageCollection {
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Ledger ledger;
    private long start;
    private long dropped;

    GarbageCollection(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Collects; false where the request was ignored. */
    boolean run() {
        dropped = closedAsGarbage();
        GarbageCanary canary = new GarbageCanary();
        start = System.nanoTime();
        System.gc();
        return canary.isCollected();
    }

    /** Waits until nothing has been closed for being garbage for a while; not for ever. */
    void awaitQuiet() {
        long changed = System.nanoTime();
        while (System.nanoTime() - changed < QUIET_NANOS && isPatient()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (hasGoneOn()) {
                changed = System.nanoTime();
            }
        }
    }

    /** Whether more garbage has been closed since this was asked last. */
    boolean hasGoneOn() {
        long before = dropped;
        dropped = closedAsGarbage();
        return dropped != before;
    }

    /** Whether it is worth waiting on. */
    boolean isPatient() {
        return System.nanoTime() - start < MOST_NANOS && !Thread.currentThread().isInterrupted();
    }

    private long closedAsGarbage() {
        return ledger.facts().droppedWithoutClose();
    }
}
