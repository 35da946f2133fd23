package io.fdscope.sample;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;

/**
 * How the open count moves.
 *
 * @param growthPerMinute descriptors a minute, negative when it falls; NaN while the readings are too few, or
 *     reach over less than 20 seconds
 * @param secondsToExhaustion until the count reaches the soft limit at this pace, 0 when it has; −1 where it does not
 *     grow, or is unknown
 */
public record Trend(double growthPerMinute, double secondsToExhaustion) {
    /** Nothing can be said yet. */
    public static final Trend UNKNOWN = new Trend(Double.NaN, Reading.UNKNOWN);

    /**
     * The trend at a reading, from what came before it: the pace of the last minute if the count has grown throughout
     * it, else the pace of the last hour.
     */
    static Trend of(Reading now, Timeline timeline) {
        Slope minute = timeline.lastMinute();
        Slope chosen = minute;
        if (!minute.isGrowth()) {
            Slope hour = timeline.lastHour();
            chosen = hour.isGrowth() ? hour : minute;
        }
        return new Trend(chosen.pace() * 60, secondsLeft(now, chosen));
    }

    private static double secondsLeft(Reading now, Slope slope) {
        long headroom = now.headroom();
        if (headroom == 0) {
            return 0;
        }
        if (headroom < 0 || headroom == Limits.UNLIMITED || !slope.isGrowth()) {
            return Reading.UNKNOWN;
        }
        return headroom / slope.median();
    }
}
