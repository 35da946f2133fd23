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

    long millis() {
        return nanoTime / 1_000_000;
    }
}
