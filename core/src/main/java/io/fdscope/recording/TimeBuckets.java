package io.fdscope.recording;

/**
 * The recording's time in at most {@value #MOST} parts of equal width, a second at first, twice as wide whenever there are
 * too many. Its {@link BucketCounts} follow.
 */
public final class TimeBuckets {
    /** The most parts. */
    public static final int MOST = 240;

    private static final long SECOND = 1000;

    private long width = SECOND;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** Takes notice of a moment, milliseconds since 1970. */
    void include(long epochMillis) {
        first = Math.min(first, epochMillis);
        last = Math.max(last, epochMillis);
        while (Math.floorDiv(last, width) - Math.floorDiv(first, width) >= MOST) {
            width *= 2;
        }
    }

    /** Milliseconds that a part is wide. */
    public long widthMillis() {
        return width;
    }

    /** Where the first part begins, milliseconds since 1970; 0 where there is none. */
    public long startMillis() {
        return count() == 0 ? 0 : Math.floorDiv(first, width) * width;
    }

    /** How many parts there are. */
    public int count() {
        return first > last ? 0 : (int) (Math.floorDiv(last, width) - Math.floorDiv(first, width)) + 1;
    }
}
