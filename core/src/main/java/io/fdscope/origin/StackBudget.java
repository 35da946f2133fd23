package io.fdscope.origin;

/**
 * How many stacks may be kept, by what they take: 2 µs each in a small program whose code is in the caches, ten times that
 * below forty frames of a server that has just come out of the kernel. What is not spent is saved, for {@value
 * #SAVED_SECONDS} seconds at most, so that a burst is kept whole and a storm pays the share; what was overspent is owed for
 * as long at most. For one thread at a time.
 */
final class StackBudget {
    private static final int SAVED_SECONDS = 30;
    /** As many frames as the JVM fills in; more than that is the wait for a processor. */
    private static final long MOST_NANOS = 400_000;
    /** What is left of the weight of a stack when others have come. */
    private static final double REMEMBERED = 0.75;

    private final double nanosPerSecond;
    private final int leastPerSecond;
    private final int mostPerSecond;
    private double savedNanos;
    private double knownNanos;
    private double knownStacks;

    /**
     * What may be spent.
     *
     * @param share of one core, 0 to 1
     * @param leastPerSecond so many, whatever they take
     * @param mostPerSecond so many, however little they take
     */
    StackBudget(double share, int leastPerSecond, int mostPerSecond) {
        nanosPerSecond = share * 1e9;
        this.leastPerSecond = leastPerSecond;
        this.mostPerSecond = mostPerSecond;
        restart();
    }

    /** Everything saved, nothing known. */
    void restart() {
        savedNanos = mostSaved();
        knownNanos = 0;
        knownStacks = 0;
    }

    private double mostSaved() {
        return nanosPerSecond * SAVED_SECONDS;
    }

    /** As much of it as a stack can have taken, in nanoseconds. */
    static long plausible(long nanos) {
        return Math.max(0, Math.min(MOST_NANOS, nanos));
    }

    /** Notes what has been spent in so many seconds: on how many stacks, and how many nanoseconds. */
    void spent(double seconds, int stacks, long nanos) {
        double left = savedNanos + nanosPerSecond * seconds - nanos;
        savedNanos = Math.max(-mostSaved(), Math.min(mostSaved(), left));
        if (stacks > 0) {
            knownNanos = REMEMBERED * knownNanos + nanos;
            knownStacks = REMEMBERED * knownStacks + stacks;
        }
    }

    /** How many may be kept in the next second, or at once. */
    int affordable() {
        double nanos = nanosPerSecond + Math.max(0, savedNanos);
        double stacks = knownNanos > 0 ? nanos * knownStacks / knownNanos : mostPerSecond;
        return (int) Math.max(leastPerSecond, Math.min(mostPerSecond, stacks));
    }
}
