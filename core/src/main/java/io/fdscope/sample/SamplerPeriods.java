package io.fdscope.sample;

import java.time.Duration;

/**
 * How often to look.
 *
 * @param count period of the cheap reading, 10 ms to 365 days
 * @param scan shortest period of the full scan, 10 ms to 365 days
 * @param budget most of one core that scanning may take, above 0 and up to 1
 */
public record SamplerPeriods(Duration count, Duration scan, double budget) {
    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofDays(365);

    /** The defaults: every second, every ten seconds, one hundredth. */
    public static final SamplerPeriods DEFAULT =
            new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.01);

    /** @throws IllegalArgumentException if one is out of its range */
    public SamplerPeriods {
        if (!isPeriod(count) || !isPeriod(scan)) {
            throw new IllegalArgumentException("periods are 10 ms to 365 days: count " + count + ", scan " + scan);
        }
        if (!(budget > 0 && budget <= 1)) {
            throw new IllegalArgumentException("budget is a share above 0 and up to 1: " + budget);
        }
    }

    /** These, with another period of the cheap reading. */
    public SamplerPeriods withCount(Duration period) {
        return new SamplerPeriods(period, scan, budget);
    }

    /** These, with another shortest period of the full scan. */
    public SamplerPeriods withScan(Duration period) {
        return new SamplerPeriods(count, period, budget);
    }

    private static boolean isPeriod(Duration period) {
        return period.compareTo(LEAST) >= 0 && period.compareTo(MOST) <= 0;
    }

    /**
     * Time from the start of a scan that took {@code durationNanos} to the start of the next one, in nanoseconds. A scan
     * is done with the reading next to its time, so that where both have the same period none is missed by a hair.
     */
    long nanosToNextScan(long durationNanos) {
        long nextReading = scan.toNanos() - count.toNanos() / 2;
        return Math.max(nextReading, (long) (durationNanos / budget));
    }

    /** The share of one core that scans of this duration take; a scan waits for a reading, however short its own period. */
    double share(long durationNanos) {
        return Math.min(budget, (double) durationNanos / Math.max(scan.toNanos(), count.toNanos()));
    }
}
