package io.fdscope.threshold;

import io.fdscope.procfs.Reading;
import io.fdscope.sample.Trend;

/** One condition: a share of the soft limit, a number of descriptors, or a growth. */
public sealed interface Threshold {
    /** Whether the condition holds. What is unknown does not hold. */
    boolean isCrossed(Reading reading, Trend trend);

    /**
     * Whether it is over: the value has gone back by a tenth, so that it does not flap around the threshold. What is
     * unknown is not over, so that a figure that cannot be read for a moment ends no alert.
     */
    boolean isRecovered(Reading reading, Trend trend);

    /** How far a value goes back before the condition is over. */
    double HYSTERESIS = 0.9;

    /**
     * A share of the soft limit; never holds where there is no limit.
     *
     * @param share above 0 and up to 1
     */
    record OfLimit(double share) implements Threshold {
        /** @throws IllegalArgumentException if it is out of range */
        public OfLimit {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is above 0 and up to 1: " + share);
            }
        }

        @Override
        public boolean isCrossed(Reading reading, Trend trend) {
            return reading.utilization() >= share;
        }

        @Override
        public boolean isRecovered(Reading reading, Trend trend) {
            return reading.utilization() < share * HYSTERESIS;
        }

        @Override
        public String toString() {
            return trim(share * 100) + "%";
        }
    }

    /**
     * A number of open descriptors.
     *
     * @param fds 1 or more
     */
    record Count(long fds) implements Threshold {
        /** @throws IllegalArgumentException if it is out of range */
        public Count {
            if (fds < 1) {
                throw new IllegalArgumentException("a number of descriptors is 1 or more: " + fds);
            }
        }

        @Override
        public boolean isCrossed(Reading reading, Trend trend) {
            return reading.openCount() >= fds;
        }

        @Override
        public boolean isRecovered(Reading reading, Trend trend) {
            return reading.openCount() >= 0 && reading.openCount() < fds * HYSTERESIS;
        }

        @Override
        public String toString() {
            return Long.toString(fds);
        }
    }

    /**
     * A growth.
     *
     * @param perMinute descriptors a minute, above 0
     */
    record Growth(double perMinute) implements Threshold {
        /** @throws IllegalArgumentException if it is out of range */
        public Growth {
            if (!(perMinute > 0 && perMinute < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a growth is above 0: " + perMinute);
            }
        }

        @Override
        public boolean isCrossed(Reading reading, Trend trend) {
            return trend.growthPerMinute() >= perMinute;
        }

        @Override
        public boolean isRecovered(Reading reading, Trend trend) {
            return trend.growthPerMinute() < perMinute * HYSTERESIS;
        }

        @Override
        public String toString() {
            return "+" + trim(perMinute) + "/min";
        }
    }

    private static String trim(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
