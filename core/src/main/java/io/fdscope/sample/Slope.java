package io.fdscope.sample;

import java.util.Arrays;

/**
 * A robust slope after Theil and Sen: the median of the slopes of all pairs of points, which a quarter of outliers does
 * not move.
 *
 * @param median per second; NaN where there are too few points
 * @param lowerQuartile a quarter of the pairs rise less than this; per second
 */
record Slope(double median, double lowerQuartile) {
    static final Slope NONE = new Slope(Double.NaN, Double.NaN);
    private static final int LEAST_POINTS = 4;

    /**
     * Computes it.
     *
     * @param seconds times, rising
     * @param values one for each time
     * @param count how many of them count, from the first
     */
    static Slope of(double[] seconds, double[] values, int count) {
        return of(seconds, values, count, new double[pairs(count)]);
    }

    /** How many pairs so many points make. */
    static int pairs(int count) {
        return count * (count - 1) / 2;
    }

    /** The same without garbage; {@code slopes} has room for all pairs and is overwritten. */
    static Slope of(double[] seconds, double[] values, int count, double[] slopes) {
        if (count < LEAST_POINTS) {
            return NONE;
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
        return new Slope(slopes[pairs / 2], slopes[pairs / 4]);
    }

    /** Whether it rises, and three of four pairs of points agree. */
    boolean isGrowth() {
        return median > 0 && lowerQuartile > 0;
    }
}
