package io.fdscope.leak;

import io.fdscope.descriptor.DescriptorTable;
import java.util.Arrays;

/**
 * Since when the sockets that the ledger does not know are as they are; {@link
 * io.fdscope.origin.TracedSocket#inStateSince} tells it of the others. 17 bytes for each number. For one thread at a time.
 */
final class UntracedStates {
    private static final byte NEVER_SEEN = -1;

    private long[] inode = new long[0];
    private long[] sinceNanos = new long[0];
    private byte[] group = new byte[0];

    /** Makes room for the sockets of a scan. */
    void ensure(DescriptorTable table) {
        int had = group.length;
        if (table.end() > had) {
            inode = Arrays.copyOf(inode, table.end());
            sinceNanos = Arrays.copyOf(sinceNanos, table.end());
            group = Arrays.copyOf(group, table.end());
            Arrays.fill(group, had, group.length, NEVER_SEEN);
        }
    }

    /**
     * Takes note of the state that an open socket is in.
     *
     * @return since when that same socket is in it without a break, as far as anybody has looked
     */
    long inStateSince(int fd, long itsInode, int seen, long nanoTime) {
        if (group[fd] != seen || inode[fd] != itsInode) {
            group[fd] = (byte) seen;
            inode[fd] = itsInode;
            sinceNanos[fd] = nanoTime;
        }
        return sinceNanos[fd];
    }
}
