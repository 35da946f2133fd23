package io.fdscope.procfs;

import java.util.function.LongSupplier;

/** A count that is costly to take: the last one is said again until a hundred times as long has passed as it took. */
final class PacedCount implements OpenCount {
    private static final int PACE = 100;

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
        if (last == Reading.UNKNOWN || now - start >= PACE * duration) {
            last = costly.read();
            start = now;
            duration = nanoTime.getAsLong() - now;
        }
        return last;
    }
}
