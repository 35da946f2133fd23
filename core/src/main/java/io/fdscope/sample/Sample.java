package io.fdscope.sample;

import io.fdscope.procfs.Reading;

/**
 * What is known at one tick: a fresh reading, and the last full scan, which may be older. Immutable; this is what every
 * surface shows.
 *
 * @param reading the cheap figures of this tick
 * @param scan the last scan, {@link Scan#NONE} before the first
 * @param trend growth and forecast as of this tick
 * @param scanShare share of one core that scanning takes, 0 to 1, over the cycle of the last scan that was due
 * @param probe which probe answers: {@code tables}, {@code jdk}, {@code ffm}
 */
public record Sample(Reading reading, Scan scan, Trend trend, double scanShare, String probe) {
    /** There has been no tick. */
    public static final Sample NONE = new Sample(Reading.NONE, Scan.NONE, Trend.UNKNOWN, 0, "none");
}
