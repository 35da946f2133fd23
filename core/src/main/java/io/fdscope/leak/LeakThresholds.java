package io.fdscope.leak;

import io.fdscope.threshold.Thresholds;
import java.time.Duration;

/**
 * What it takes to be a suspect. Immutable.
 *
 * @param suspectAge no socket younger than that makes a suspect; 100 ms to 1 day
 * @param suspectCount no site with fewer such sockets is one; 1 or more
 * @param critical where the process is as good as full, if it grows
 */
public record LeakThresholds(Duration suspectAge, int suspectCount, Thresholds critical) {
    private static final Duration LEAST_AGE = Duration.ofMillis(100);
    private static final Duration MOST_AGE = Duration.ofDays(1);

    /** Thirty seconds, ten sockets, 95% of the limit. */
    public static final LeakThresholds DEFAULT =
            new LeakThresholds(Duration.ofSeconds(30), 10, Thresholds.parse("95%"));

    /** @throws IllegalArgumentException if one is out of range */
    public LeakThresholds {
        if (suspectAge.compareTo(LEAST_AGE) < 0 || suspectAge.compareTo(MOST_AGE) > 0) {
            throw new IllegalArgumentException("suspectAge is 100 ms to 1 day: " + suspectAge);
        }
        if (suspectCount < 1) {
            throw new IllegalArgumentException("suspectCount is 1 or more: " + suspectCount);
        }
    }

    long ageMillis() {
        return suspectAge.toMillis();
    }
}
