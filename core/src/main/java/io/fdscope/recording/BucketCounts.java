package io.fdscope.recording;

import java.util.SortedMap;
import java.util.TreeMap;

/** How many of something in each of the {@link TimeBuckets}. */
public final class BucketCounts {
    private final TimeBuckets buckets;
    private TreeMap<Long, Long> counts = new TreeMap<>();
    private long width;
    private long total;

    BucketCounts(TimeBuckets buckets) {
        this.buckets = buckets;
        width = buckets.widthMillis();
    }

    void add(long epochMillis, long count) {
        buckets.include(epochMillis);
        follow();
        counts.merge(Math.floorDiv(epochMillis, width), count, Long::sum);
        total += count;
    }

    /** Adds to the total what was at a time that is not known. */
    void addUndated(long count) {
        total += count;
    }

    /** Takes so many away, the latest first; returns how many there were not. */
    long removeLatest(long count) {
        long left = count;
        while (left > 0 && !counts.isEmpty()) {
            long here = Math.min(left, counts.lastEntry().getValue());
            long rest = counts.lastEntry().getValue() - here;
            counts.put(counts.lastKey(), rest);
            if (rest == 0) {
                counts.pollLastEntry();
            }
            left -= here;
        }
        total -= count - left;
        return left;
    }

    /** In all. */
    public long total() {
        return total;
    }

    /** By index of the part, from 0; no zeros. Of the total those whose time is known. */
    public SortedMap<Integer, Long> byIndex() {
        follow();
        SortedMap<Integer, Long> byIndex = new TreeMap<>();
        long start = Math.floorDiv(buckets.startMillis(), width);
        counts.forEach((bucket, count) -> byIndex.put((int) (bucket - start), count));
        return byIndex;
    }

    private void follow() {
        while (width < buckets.widthMillis()) {
            TreeMap<Long, Long> wider = new TreeMap<>();
            counts.forEach((bucket, count) -> wider.merge(Math.floorDiv(bucket, 2L), count, Long::sum));
            counts = wider;
            width *= 2;
        }
    }
}
