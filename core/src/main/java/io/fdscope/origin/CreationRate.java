package io.fdscope.origin;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides whose stack is kept, for one kind of creation: everyone's up to {@value #PER_SECOND} a second, above that one
 * in so many, drawn without regard to who creates, so that each site has its share. Takes no lock.
 *
 * <p>To fill in a stack takes 1 to 3 µs, so this bounds what it costs at 0.3% of one core, and reading those that survive
 * at 2%. A server that opens fewer is traced without gaps.
 */
final class CreationRate {
    static final int PER_SECOND = 1000;
    private static final int MOST = 1 << 16;

    private final int perSecond;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile int oneIn = 1;
    private volatile long adaptedNanos;
    private long seenBefore;

    CreationRate(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Keeps everyone, from this time on. */
    void restart(long nanoTime) {
        seenBefore = seen.get();
        kept.set(0);
        oneIn = 1;
        adaptedNanos = nanoTime;
    }

    /** One creation in so many is kept at present. */
    int oneIn() {
        return oneIn;
    }

    /** Counts a creation at this time. Returns for how many it stands if its stack is to be kept, else 0. */
    int draw(long nanoTime) {
        long number = seen.getAndIncrement();
        int every = oneIn;
        if (every > 1 && Math.floorMod(scramble(number), every) != 0) {
            return 0;
        }
        int now = kept.incrementAndGet();
        if (now >= perSecond && (now - perSecond) % Math.max(1, perSecond / 2) == 0 && now >= budget(nanoTime)) {
            oneIn = Math.min(MOST, 2 * every); // A storm does not wait for the second to end.
        }
        return every;
    }

    /** How many may have been kept since it was adapted last: what comes within a second may come at once. */
    private double budget(long nanoTime) {
        return perSecond * Math.max(1, (nanoTime - adaptedNanos) / 1e9);
    }

    /** Goes by the pace since it did so last, some time before this; for one thread at a time. */
    void adapt(long nanoTime) {
        double seconds = (nanoTime - adaptedNanos) / 1e9;
        adaptedNanos = nanoTime;
        long now = seen.get();
        double rate = (now - seenBefore) / seconds;
        seenBefore = now;
        kept.set(0);
        oneIn = (int) Math.max(1, Math.min(MOST, Math.ceil(rate / perSecond)));
    }

    /** So that a program that creates in turns is not met at the same turn always; the finalizer of SplitMix64. */
    private static long scramble(long number) {
        long mixed = (number + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
