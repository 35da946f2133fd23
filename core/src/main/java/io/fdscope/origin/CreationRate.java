package io.fdscope.origin;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides whose stack is kept, for one kind of creation: everyone's as long as its {@link StackBudget} affords it,
 * above that one in so many, drawn without regard to who creates, so that each site has its share. Takes no lock.
 */
final class CreationRate {
    private static final int MOST = 1 << 16;

    private final StackBudget budget;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicInteger drawn = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong takenNanos = new AtomicLong();
    private volatile int oneIn = 1;
    private volatile int affordable;
    private volatile long adaptedNanos;
    private long seenBefore;

    CreationRate(StackBudget budget) {
        this.budget = budget;
        affordable = budget.affordable();
    }

    /** Keeps everyone, from this time on. */
    void restart(long nanoTime) {
        seenBefore = seen.get();
        drawn.set(0);
        taken.set(0);
        takenNanos.set(0);
        budget.restart();
        affordable = budget.affordable();
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
        int now = drawn.incrementAndGet();
        int most = affordable;
        if (now >= most && (now - most) % Math.max(1, most / 2) == 0 && now >= mostBy(nanoTime, most)) {
            oneIn = Math.min(MOST, 2 * every); // A storm does not wait for the second to end.
        }
        return every;
    }

    /** A stack that was drawn has been taken, in so many nanoseconds on the clock. */
    void took(long nanos) {
        taken.incrementAndGet();
        takenNanos.addAndGet(StackBudget.plausible(nanos));
    }

    /** How many may have been drawn since it was adapted last: what comes within a second may come at once. */
    private double mostBy(long nanoTime, int most) {
        return most * Math.max(1, (nanoTime - adaptedNanos) / 1e9);
    }

    /** Goes by the pace since it did so last, some time before this; for one thread at a time. */
    void adapt(long nanoTime) {
        double seconds = (nanoTime - adaptedNanos) / 1e9;
        adaptedNanos = nanoTime;
        long now = seen.get();
        double rate = (now - seenBefore) / seconds;
        seenBefore = now;
        drawn.set(0);
        budget.spent(seconds, taken.getAndSet(0), takenNanos.getAndSet(0));
        affordable = budget.affordable();
        oneIn = (int) Math.max(1, Math.min(MOST, Math.ceil(rate / affordable)));
    }

    /** So that a program that creates in turns is not met at the same turn always; the finalizer of SplitMix64. */
    private static long scramble(long number) {
        long mixed = (number + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
