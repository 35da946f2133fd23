package io.fdscope.sample;

import java.time.Duration;

/**
 * How often to look.
 *
 * @param count period of the cheap reading, 10 ms to a day
 * @param scan shortest period of the full scan, 10 ms to a day
 * @param budget most of one core that scanning may take, above 0 and up to 1
 */
public record SamplerPeriods(Duration count, Duration scan, double budget) {
    private static final Duration LEAST = Duration.ofMillis(10);
    /** Far below what overflows in nanoseconds, which would end the sampling thread. */
    private static final Duration MOST = Duration.ofDays(1);

    /** The defaults: every second, every ten seconds, one hundredth. */
    public static final SamplerPeriods DEFAULT =
            new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.01);

    /** @throws IllegalArgumentException if one is out of its range */
    public SamplerPeriods {
        if (count.compareTo(LEAST) < 0 || scan.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("periods are at least 10 ms: count " + count + ", scan " + scan);
        }
        if (count.compareTo(MOST) > 0 || scan.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("periods are at most a day: count " + count + ", scan " + scan);
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

    /** Time from the start of a scan that took {@code durationNanos} to the start of the next one, in nanoseconds. */
    long nanosToNextScan(long durationNanos) {
        return Math.max(scan.toNanos(), (long) (durationNanos / budget));
    }
}
