package io.fdscope.leak;

/**
 * The moment of a scan, and what counts as old then.
 *
 * @param nanoTime on {@link System#nanoTime()}'s clock
 * @param ageNanos the least age of what is suspicious
 */
record Moment(long nanoTime, long ageNanos) {
    boolean isOld(long sinceNanos) {
        return nanoTime - sinceNanos >= ageNanos;
    }

    /** So many times as long. */
    boolean isOld(long sinceNanos, long times) {
        return nanoTime - sinceNanos >= times * ageNanos;
    }

    long millis() {
        return nanoTime / 1_000_000;
    }
}
