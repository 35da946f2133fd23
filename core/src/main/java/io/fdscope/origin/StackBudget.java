package io.fdscope.origin;

/**
 * How many stacks may be kept, by what they take: about a microsecond each where little else is in the caches, thirty
 * to fifty below a server's frames, just out of the kernel. What is not spent is saved, for {@value #SAVED_SECONDS}
 * seconds at most, so that more of a burst is kept than of a storm; what was overspent is owed for as long at most. For
 * one thread at a time.
 */
final class StackBudget {
    /** Of one core, for each kind of creation. */
    static final double CREATION_SHARE = 0.001;
    /** Of one core; of each site the last is shown, so a few are enough. */
    private static final double CLOSING_SHARE = 0.0001;

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
     * One with these bounds.
     *
     * @param share of one core, 0 to 1
     * @param leastPerSecond so many, whatever they take
     * @param mostPerSecond so many, however little they take
     */
    private StackBudget(double share, int leastPerSecond, int mostPerSecond) {
        nanosPerSecond = share * 1e9;
        this.leastPerSecond = leastPerSecond;
        this.mostPerSecond = mostPerSecond;
        restart();
    }

    /** For one kind of creation. */
    static StackBudget ofCreations() {
        return new StackBudget(CREATION_SHARE, 50, 1000);
    }

    /** For all closings whose descriptor is held. */
    static StackBudget ofClosings() {
        return new StackBudget(CLOSING_SHARE, 5, 100);
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
