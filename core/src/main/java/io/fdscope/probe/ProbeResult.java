package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.RowDetails;
import io.fdscope.procfs.Reading;

/**
 * What one scan found.
 *
 * @param table every descriptor but our own
 * @param own descriptors of our own, which the table leaves out
 * @param vanished descriptors that were there at first and gone at a second look
 * @param known false where nothing can be looked at on this machine
 * @param socketsTold whether states could be told; where not, they are unknown and so is the number of unidentified
 *     sockets
 * @param foreign sockets of another network namespace, whatever their state; −1 where the probe cannot tell
 * @param details reads what the table leaves out, of a row at a time
 */
public record ProbeResult(
        DescriptorTable table,
        int own,
        int vanished,
        boolean known,
        boolean socketsTold,
        long foreign,
        RowDetails details) {
    /** Of a probe that knows no more than the table says. */
    public ProbeResult(DescriptorTable table, int own, int vanished, boolean known, boolean socketsTold) {
        this(table, own, vanished, known, socketsTold, Reading.UNKNOWN, RowDetails.NONE);
    }

    /** Nothing can be looked at. */
    static ProbeResult unknown(DescriptorTable last) {
        return new ProbeResult(last, 0, 0, false, false);
    }
}
