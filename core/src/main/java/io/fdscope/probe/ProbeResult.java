package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;

/**
 * What one scan found.
 *
 * @param table every descriptor but our own
 * @param own descriptors of our own, which the table leaves out
 * @param vanished descriptors that were there at first and gone at a second look
 * @param known false where nothing can be looked at on this machine
 * @param socketsTold whether states could be told; where not, they are unknown and so is the number of unidentified
 *     sockets
 */
public record ProbeResult(DescriptorTable table, int own, int vanished, boolean known, boolean socketsTold) {
    /** Nothing can be looked at. */
    static ProbeResult unknown(DescriptorTable last) {
        return new ProbeResult(last, 0, 0, false, false);
    }
}
