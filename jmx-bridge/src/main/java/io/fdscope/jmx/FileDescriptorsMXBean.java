package io.fdscope.jmx;

import java.util.List;
import java.util.Map;

/**
 * {@code io.fdscope:type=FileDescriptors}: what this JVM has open, as of the last sample. See {@link DescriptorCounts}
 * for what holds of every getter.
 */
public interface FileDescriptorsMXBean extends DescriptorCounts {
    /** The object name. */
    String OBJECT_NAME = "io.fdscope:type=FileDescriptors";

    /** The most rows that {@link #descriptors} gives: some 10 MB on their way to a remote client. */
    int MOST_ROWS = 10_000;

    /** The most rows that {@link #leakSuspects} gives. */
    int MOST_SUSPECTS = 1000;

    /** The shortest period of readings and scans, in milliseconds. */
    long LEAST_PERIOD_MILLIS = 10;

    /** The longest, 365 days. */
    long MOST_PERIOD_MILLIS = 31_536_000_000L;

    @Described(
            value = "Growth of the open count at its present pace; negative when it falls, NaN when unknown.",
            units = "fds/min")
    double getGrowthPerMinute();

    @Described(
            value = "Time until the soft limit is reached at this pace; -1 when not growing or unknown.",
            units = "s")
    double getSecondsToExhaustion();

    @Described(value = "What the last scan took; -1 before the first.", units = "ms")
    double getLastScanMillis();

    /** By the process's own clock, so that clients with another clock can tell a sampler that stands still. */
    @Described(
            value = "Age of the last reading of open count and limits; more than a few periods: sampling stands still."
                    + " -1 before the first.",
            units = "ms")
    long getReadingAgeMillis();

    @Described(
            value = "When open count and limits were last read, milliseconds since 1970; -1 before the first.",
            units = "ms")
    long getReadingEpochMillis();

    @Described(value = "Share of one core that scanning takes.", units = "0-1")
    double getScanShare();

    @Described(value = "When the last scan began, milliseconds since 1970; -1 before the first.", units = "ms")
    long getLastScanEpochMillis();

    @Described(value = "Scans since start.", units = "scans")
    long getScanCount();

    @Described(value = "Which probe answers: tables, jdk, ffm, or none.", units = "name")
    String getProbe();

    @Described(value = "Tracing points in place.", units = "hooks")
    int getActiveHooks();

    @Described(
            value = "Tracing points that this JDK lacks; the sockets that pass there are not traced.",
            units = "names")
    String[] getMissingHooks();

    @Described(value = "Failures of fdscope itself since start.", units = "faults")
    long getFaultCount();

    @Described(value = "Failures of fdscope itself since start, by where and what.", units = "faults")
    Map<String, Long> getFaults();

    /** For pollers that may read attributes, and call nothing. */
    @Described(
            value =
                    "Places in the program that are suspected to leak sockets, as of the last scan; -1 before the first.",
            units = "suspects")
    long getLeakSuspectCount();

    @Described(value = "Sockets closed by the garbage collector since start; -1 where not traced.", units = "sockets")
    long getDroppedWithoutCloseCount();

    @Described(value = "Period of the cheap reading: open count, limits. Can be set, from 10 ms.", units = "ms")
    @Range(least = LEAST_PERIOD_MILLIS, most = MOST_PERIOD_MILLIS)
    long getCountPeriodMillis();

    /**
     * Changes it from now on, in milliseconds.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    void setCountPeriodMillis(long millis);

    @Described(
            value = "Shortest period of the full scan, which the budget may stretch. Can be set, from 10 ms.",
            units = "ms")
    @Range(least = LEAST_PERIOD_MILLIS, most = MOST_PERIOD_MILLIS)
    long getScanPeriodMillis();

    /**
     * Changes it from now on, in milliseconds.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    void setScanPeriodMillis(long millis);

    @Described(value = "Whether the creation of sockets is traced. Can be set.", units = "flag")
    boolean isTraceEnabled();

    /**
     * Switches tracing.
     *
     * @throws UnsupportedOperationException if it is to be switched on and cannot be: tracing takes the agent
     */
    void setTraceEnabled(boolean enabled);

    @Described(value = "The counts as of one scan, consistent with each other, with its age.", units = "fds")
    Snapshot getSnapshot();

    /** Waits for a scan under way. Where the kernel does not let us look, the counts are −1. */
    @Described(value = "Scans at once, whatever the periods say, and returns the counts.", units = "fds")
    Snapshot scanNow();

    /**
     * Descriptors as of the last scan, in the order of their numbers; none where that scan could not look. A native probe
     * asks the sockets among them again, and leaves out those that are closed or no longer what the filter says.
     *
     * @throws IllegalArgumentException if the filter or the limit is none of those described
     */
    @Described(value = "Lists descriptors as of the last scan, fdscope's own left out, lowest first.", units = "fds")
    List<DescriptorRow> descriptors(
            @Parameter(
                            name = "filter",
                            description = "A kind, protocol or state as rows show it, or a key of CountByKind or"
                                    + " SocketCountByState; empty for all.")
                    String filter,
            @Parameter(name = "limit", description = "The most rows to return, 1 to 10000.") @RowLimit(most = MOST_ROWS)
                    int limit);

    /**
     * Suspects as of the last scan: those that stand first, by open sockets, then those cleared lately; no more than the 100
     * that a verdict names.
     *
     * @throws IllegalArgumentException if the limit is none of those described
     */
    @Described(value = "Lists places in the program that leak sockets, the worst first.", units = "suspects")
    List<LeakSuspect> leakSuspects(
            @Parameter(name = "limit", description = "The most rows to return, 1 to 1000.")
                    @RowLimit(most = MOST_SUSPECTS)
                    int limit);

    @Described(
            value = "Says in words whether the process leaks, where, and what to do, as of the last scan.",
            units = "text")
    String explain();

    /** One at a time; the application stands still as with any full collection. */
    @Described(
            value = "Does a full garbage collection, and says how many sockets of each suspect it closed: those the"
                    + " program drops without close.",
            units = "sockets")
    GarbageOutcome collectGarbageAndCompare();

    /**
     * Writes the recording that fdscope keeps, or else of all that run, with the verdict as text beside it. Waits until
     * that is done.
     *
     * @return the file that was written
     * @throws IllegalArgumentException if it is no plain name that ends in {@code .jfr}, or there is such a file
     * @throws UnsupportedOperationException if no folder is configured, or nothing is recorded
     */
    @Described(
            value =
                    "Writes what the flight recorder has recorded, and the verdict as text beside it, to the folder that"
                            + " the option dump names.",
            units = "path")
    String dumpRecording(
            @Parameter(name = "fileName", description = "A new file in that folder: a plain name that ends in .jfr.")
                    String fileName);
}
