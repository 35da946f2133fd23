package io.fdscope.sample;

import io.fdscope.descriptor.DescriptorGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bounded history at one resolution; the oldest point makes room for the newest. Not thread safe. */
final class TimelineRing {
    /** Shorter than a minute, so that a fast leak is told early; longer than most applications take to open their files. */
    private static final double LEAST_SECONDS = 20;

    private final long stepMillis;
    private final long[] epochMillis;
    private final long[] nanoTime;
    private final int[] open;
    private final int[] sockets;
    private final int[] unidentified;
    private long added;
    /** Scratch for {@link #slope}, which is asked for with every point. */
    private double[] seconds = new double[0];

    private double[] values = new double[0];
    private double[] slopes = new double[0];

    /** @param stepMillis points closer together than this are left out */
    TimelineRing(int capacity, long stepMillis) {
        this.stepMillis = stepMillis;
        epochMillis = new long[capacity];
        nanoTime = new long[capacity];
        open = new int[capacity];
        sockets = new int[capacity];
        unidentified = new int[capacity];
    }

    /** Returns whether it was kept. */
    boolean add(Sample sample) {
        long now = sample.reading().nanoTime();
        if (added > 0 && now - nanoTime[slot(added - 1)] < stepMillis * 1_000_000) {
            return false;
        }
        int at = slot(added++);
        epochMillis[at] = sample.reading().epochMillis();
        nanoTime[at] = now;
        open[at] = clamp(sample.reading().openCount());
        sockets[at] = clamp(sample.scan().count(DescriptorGroup.SOCKET));
        unidentified[at] = clamp(sample.scan().unidentified());
        return true;
    }

    int size() {
        return (int) Math.min(added, epochMillis.length);
    }

    /**
     * The slope of the known open counts of the last {@code windowNanos}, over at most {@code mostPoints} of them; where
     * points are so rare that these are too few, of the last few. There is none until they reach over 20 seconds, or are
     * all that a full ring holds where points come thick and fast.
     */
    Slope slope(long windowNanos, int mostPoints) {
        int inWindow = isRare(windowNanos) ? Slope.LEAST_POINTS : pointsWithin(windowNanos);
        int stride = Math.max(1, (inWindow + mostPoints - 1) / mostPoints);
        if (seconds.length < mostPoints) {
            seconds = new double[mostPoints];
            values = new double[mostPoints];
            slopes = new double[Slope.pairs(mostPoints)];
        }
        int count = 0;
        long newest = added - 1;
        long oldest = newest - (long) stride * ((inWindow - 1) / stride);
        for (long i = oldest; i <= newest && inWindow > 0; i += stride) {
            int at = slot(i);
            if (open[at] >= 0) {
                seconds[count] = (nanoTime[at] - nanoTime[slot(oldest)]) / 1e9;
                values[count++] = open[at];
            }
        }
        double least = inWindow == epochMillis.length ? 0 : LEAST_SECONDS;
        return Slope.of(seconds, values, count, least, slopes);
    }

    List<TimelinePoint> points() {
        List<TimelinePoint> points = new ArrayList<>(size());
        for (long i = added - size(); i < added; i++) {
            int at = slot(i);
            points.add(new TimelinePoint(epochMillis[at], open[at], sockets[at], unidentified[at]));
        }
        return points;
    }

    /** Whether points come so rarely that fewer than the least fit into the window, pauses and haste apart. */
    private boolean isRare(long windowNanos) {
        if (size() < Slope.LEAST_POINTS || pointsWithin(windowNanos) >= Slope.LEAST_POINTS) {
            return false;
        }
        long[] gaps = {gap(1), gap(2), gap(3)};
        Arrays.sort(gaps);
        return gaps[1] > windowNanos / Slope.LEAST_POINTS;
    }

    /** Before the point that is so many from the end. */
    private long gap(int fromEnd) {
        return nanoTime[slot(added - fromEnd)] - nanoTime[slot(added - fromEnd - 1)];
    }

    /** By halving: times only rise. */
    private int pointsWithin(long windowNanos) {
        int within = 0;
        int beyond = size();
        while (within < beyond) {
            int middle = (within + beyond) >>> 1;
            if (nanoTime[slot(added - 1)] - nanoTime[slot(added - 1 - middle)] <= windowNanos) {
                within = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return within;
    }

    private int slot(long index) {
        return (int) (index % epochMillis.length);
    }

    private static int clamp(long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
