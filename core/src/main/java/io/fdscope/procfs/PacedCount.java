package io.fdscope.procfs;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A count that is costly to take: the last one is said again until a hundred times as long has passed as it took, ten
 * seconds at the most. What a scan has found in the meantime counts as taken.
 */
final class PacedCount implements OpenCount {
    private static final int PACE = 100;
    /** A count that was stalled once, by a collection or a starved processor, must not be repeated for minutes. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final OpenCount costly;
    private final LongSupplier nanoTime;
    private long last = Reading.UNKNOWN;
    private long start;
    private long duration;

    PacedCount(OpenCount costly, LongSupplier nanoTime) {
        this.costly = costly;
        this.nanoTime = nanoTime;
    }

    @Override
    public long read() {
        long now = nanoTime.getAsLong();
        if (last == Reading.UNKNOWN || now - start >= Math.min(LONGEST_NANOS, PACE * duration)) {
            last = costly.read();
            start = now;
            duration = nanoTime.getAsLong() - now;
        }
        return last;
    }

    @Override
    public void observed(long count) {
        last = count;
        start = nanoTime.getAsLong();
    }
}
