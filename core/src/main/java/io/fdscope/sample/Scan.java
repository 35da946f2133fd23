package io.fdscope.sample;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.RowDetails;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.procfs.Reading;

/**
 * A full classification of all descriptors but our own, and the reading taken with it. Immutable.
 *
 * @param reading the cheap figures of the same moment
 * @param table one row a descriptor
 * @param census the same, counted
 * @param known false where nothing could be looked at: every count is unknown then
 * @param socketsTold false where the sockets' states could not be told
 * @param own descriptors of our own that the counts leave out
 * @param vanished descriptors that were closed while the scan looked
 * @param durationNanos what it took, on the clock; nanoseconds
 * @param number 1 for the first scan since start, 0 for none yet
 * @param foreign sockets of another network namespace, whatever their state; −1 where the probe cannot tell
 * @param details reads what the table leaves out, of a row at a time
 */
public record Scan(
        Reading reading,
        DescriptorTable table,
        Census census,
        boolean known,
        boolean socketsTold,
        int own,
        int vanished,
        long durationNanos,
        long number,
        long foreign,
        RowDetails details) {
    /** There has been no scan. */
    public static final Scan NONE = unknown(Reading.NONE, DescriptorTable.empty(0), 0, 0);

    /** One of a probe that knows no more than the table says. */
    public Scan(
            Reading reading,
            DescriptorTable table,
            Census census,
            boolean known,
            boolean socketsTold,
            int own,
            int vanished,
            long durationNanos,
            long number) {
        this(
                reading,
                table,
                census,
                known,
                socketsTold,
                own,
                vanished,
                durationNanos,
                number,
                Reading.UNKNOWN,
                RowDetails.NONE);
    }

    static Scan unknown(Reading reading, DescriptorTable lastTable, long durationNanos, long number) {
        return new Scan(reading, lastTable, Census.of(lastTable), false, false, 0, 0, durationNanos, number);
    }

    /** Descriptors of one group; −1 is unknown. */
    public long count(DescriptorGroup group) {
        return known ? census.count(group) : Reading.UNKNOWN;
    }

    /** Descriptors of one kind; −1 is unknown. */
    public long count(DescriptorKind kind) {
        return known ? census.count(kind) : Reading.UNKNOWN;
    }

    /** Sockets of one group of states; −1 is unknown. */
    public long count(SocketGroup group) {
        return known && socketsTold ? census.count(group) : Reading.UNKNOWN;
    }

    /** Sockets that none of the kernel's tables lists, unbound UDP sockets included; −1 is unknown. */
    public long unidentified() {
        return known && socketsTold ? census.unidentified() : Reading.UNKNOWN;
    }
}
