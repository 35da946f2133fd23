package io.fdscope.sample;

import java.util.Arrays;

/**
 * A robust slope after Theil and Sen: the median of the slopes of all pairs of points, which a quarter of outliers does
 * not move.
 *
 * @param median per second; NaN where there are too few points, or too close together
 * @param lowerQuartile a quarter of the pairs rise less than this; per second
 * @param net from the first three points to the last three, the median where no time lies between; per second
 */
record Slope(double median, double lowerQuartile, double net) {
    static final Slope NONE = new Slope(Double.NaN, Double.NaN, Double.NaN);
    private static final Slope LEVEL = new Slope(0, 0, 0);
    static final int LEAST_POINTS = 4;
    /** Points at either end that are taken together, so that one outlier among them does not count. */
    private static final int ENDS = 3;

    /**
     * Computes it.
     *
     * @param seconds times, rising
     * @param values one for each time
     * @param count how many of them count, from the first
     * @param leastSeconds from the first to the last, or there is none: what an application opens as it starts is no
     *     growth
     */
    static Slope of(double[] seconds, double[] values, int count, double leastSeconds) {
        return of(seconds, values, count, leastSeconds, new double[pairs(count)]);
    }

    /** How many pairs so many points make. */
    static int pairs(int count) {
        return count * (count - 1) / 2;
    }

    /** The same without garbage; {@code slopes} has room for all pairs and is overwritten. */
    static Slope of(double[] seconds, double[] values, int count, double leastSeconds, double[] slopes) {
        if (count < LEAST_POINTS || seconds[count - 1] - seconds[0] < leastSeconds) {
            return NONE;
        }
        if (seconds[count - 1] > seconds[0] && isLevel(values, count)) {
            return LEVEL; // Nearly always so, and hundreds of pairs to sort take a JVM that does nothing else long.
        }
        int pairs = 0;
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double elapsed = seconds[i] - seconds[j];
                if (elapsed > 0) {
                    slopes[pairs++] = (values[i] - values[j]) / elapsed;
                }
            }
        }
        if (pairs == 0) {
            return NONE;
        }
        Arrays.sort(slopes, 0, pairs);
        double median = slopes[pairs / 2];
        double elapsed = seconds[count - 2] - seconds[1];
        double net = elapsed > 0 ? (middle(values, count - ENDS) - middle(values, 0)) / elapsed : median;
        return new Slope(median, slopes[pairs / 4], net);
    }

    private static boolean isLevel(double[] values, int count) {
        for (int i = 1; i < count; i++) {
            if (values[i] != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static double middle(double[] values, int from) {
        double[] some = Arrays.copyOfRange(values, from, from + ENDS);
        Arrays.sort(some);
        return some[ENDS / 2];
    }

    /** Whether it rises, three of four pairs of points agree, and it has not been undone since. */
    boolean isGrowth() {
        return median > 0 && lowerQuartile > 0 && !isUndone();
    }

    /** Per second; the median, unless the last point shows that what it tells is over. */
    double pace() {
        return isUndone() ? net : median;
    }

    /** A rise that ended in a fall, or the other way round: the median goes on telling of it long afterwards. */
    private boolean isUndone() {
        return median * net < 0 || Math.abs(net) < Math.abs(median) / 2;
    }
}
