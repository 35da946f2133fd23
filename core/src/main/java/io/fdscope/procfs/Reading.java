package io.fdscope.procfs;

/**
 * The cheap figures, read together in a few microseconds whatever the number of descriptors.
 *
 * @param epochMillis when it was read, milliseconds since 1970
 * @param nanoTime the same moment on {@link System#nanoTime()}'s clock
 * @param openCount descriptors the kernel counts for this process, ours and reserved ones included; −1 is unknown
 * @param limits how many it may have
 * @param systemFiles open files of the whole system
 * @param sockets the kernel's socket counts
 */
public record Reading(
        long epochMillis,
        long nanoTime,
        long openCount,
        Limits limits,
        SystemFiles systemFiles,
        SocketFigures sockets) {
    /** A figure that could not be read. */
    public static final long UNKNOWN = -1;

    private static final double NANOS_PER_MILLI = 1e6;

    /** Nothing has been read yet. */
    public static final Reading NONE =
            new Reading(0, 0, UNKNOWN, Limits.UNKNOWN, SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);

    /**
     * How old it is, in milliseconds; −1 where nothing has been read.
     *
     * @param nanoTime now, on {@link System#nanoTime()}'s clock
     */
    public double ageMillis(long nanoTime) {
        return equals(NONE) ? UNKNOWN : (nanoTime - this.nanoTime) / NANOS_PER_MILLI;
    }

    /** Soft limit minus open count, 0 where the count is beyond it; unlimited stays unlimited; −1 is unknown. */
    public long headroom() {
        if (openCount < 0 || limits.soft() < 0) {
            return UNKNOWN;
        }
        return limits.soft() == Limits.UNLIMITED ? Limits.UNLIMITED : Math.max(0, limits.soft() - openCount);
    }

    /**
     * Open count over soft limit: 0 where there is no limit, above 1 where the limit was lowered below the count.
     *
     * @return NaN where either is unknown
     */
    public double utilization() {
        if (openCount < 0 || limits.soft() < 0) {
            return Double.NaN;
        }
        return limits.soft() == Limits.UNLIMITED ? 0 : (double) openCount / Math.max(1, limits.soft());
    }
}
