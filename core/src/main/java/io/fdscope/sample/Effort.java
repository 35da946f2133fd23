package io.fdscope.sample;

import java.util.function.LongSupplier;

/**
 * Measures what work costs: the time it ran on a processor where that is known, and never more than what passed on the
 * clock. A machine that has no time for us makes us slow, not costly.
 *
 * @param nanoTime the clock, as {@link System#nanoTime}
 * @param threadNanos the time for which the calling thread has run, in nanoseconds; −1 where it is not known
 * @param lateNanos how much of the last of it may be missing
 */
record Effort(LongSupplier nanoTime, LongSupplier threadNanos, long lateNanos) {
    /** A moment of both. */
    record Moment(long clock, long thread) {}

    /** By the clock alone. */
    static Effort byClock(LongSupplier nanoTime) {
        return new Effort(nanoTime, () -> -1, 0);
    }

    Moment now() {
        return new Moment(nanoTime.getAsLong(), threadNanos.getAsLong());
    }

    /** What has been done since, by this thread; in nanoseconds. */
    long since(Moment start) {
        Moment end = now();
        long passed = end.clock() - start.clock();
        boolean known = start.thread() >= 0 && end.thread() >= start.thread();
        return known ? Math.min(passed, end.thread() - start.thread() + lateNanos) : passed;
    }
}
