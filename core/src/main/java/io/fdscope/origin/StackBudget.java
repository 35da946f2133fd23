package io.fdscope.origin;

/**
 * How many stacks a second may be kept, by what they take: 2 µs each in a small program whose code is in the caches, ten
 * times that below forty frames of a server that has just come out of the kernel. What is not spent is saved, for {@value
 * #SAVED_SECONDS} seconds at most: a burst is kept whole, a storm pays the share and no more. For one thread.
 */
final class StackBudget {
    private static final int SAVED_SECONDS = 30;
    /** What is saved is not spent at once. */
    private static final double SPENDING_SECONDS = 10;
    /** A thread that had to wait for a processor looks like a stack of milliseconds. */
    private static final long MOST_NANOS = 50_000;
    /** The weight of the last second in the usual cost of a stack. */
    private static final double FRESH = 0.25;

    private final double nanosPerSecond;
    private final int least;
    private final int most;
    private double savedNanos;
    private double usualNanos;

    /**
     * What may be spent.
     *
     * @param share of one core, 0 to 1
     * @param least so many a second, whatever they take
     * @param most so many a second, however little they take
     */
    StackBudget(double share, int least, int most) {
        nanosPerSecond = share * 1e9;
        this.least = least;
        this.most = most;
        restart();
    }

    int most() {
        return most;
    }

    /** Everything saved, nothing known. */
    void restart() {
        savedNanos = nanosPerSecond * SAVED_SECONDS;
        usualNanos = 0;
    }

    /** As much of it as a stack can have taken, in nanoseconds. */
    static long plausible(long nanos) {
        return Math.max(0, Math.min(MOST_NANOS, nanos));
    }

    /**
     * How many may be kept from now on, a second.
     *
     * @param seconds since it was asked last
     * @param kept in that time
     * @param nanos that those took
     */
    double perSecond(double seconds, int kept, long nanos) {
        savedNanos = Math.min(nanosPerSecond * SAVED_SECONDS, savedNanos + nanosPerSecond * seconds - nanos);
        if (kept > 0) {
            double now = (double) nanos / kept;
            usualNanos = usualNanos == 0 ? now : usualNanos + FRESH * (now - usualNanos);
        }
        if (usualNanos == 0) {
            return most;
        }
        double affordable = (nanosPerSecond + Math.max(0, savedNanos) / SPENDING_SECONDS) / usualNanos;
        return Math.max(least, Math.min(most, affordable));
    }
}
