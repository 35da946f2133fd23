package io.fdscope.descriptor;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The next {@link DescriptorTable} in the making: it starts as the last one, is told what a scan sees, and copies a
 * chunk only when something in it has changed. For one thread; of no use after {@link #build}.
 */
public final class TableUpdate {
    private static final byte UNKNOWN_PROTOCOL = (byte) Protocol.UNKNOWN.ordinal();
    private static final byte UNKNOWN_STATE = (byte) SocketState.UNKNOWN.ordinal();
    private static final EndpointPair NO_ENDPOINTS = new EndpointPair();

    private final long epochMillis;
    /** The last table's own until {@link #isOurs}. */
    private TableChunk[] chunks;

    private boolean isOurs;
    /** Bit i: chunk i is ours to write. */
    private final BitSet owned = new BitSet();

    TableUpdate(TableChunk[] chunks, long epochMillis) {
        this.chunks = chunks;
        this.epochMillis = epochMillis;
    }

    /** One more than the highest number that may be present. */
    public int end() {
        return chunks.length << TableChunk.BITS;
    }

    /** The highest number that is open as far as this update knows, or −1. */
    public int highest() {
        int fd = end() - 1;
        while (fd >= 0 && !isPresent(fd)) {
            fd--;
        }
        return fd;
    }

    /** Whether the number is open as far as this update knows. */
    public boolean isPresent(int fd) {
        return fd < end() && chunk(fd).kind[slot(fd)] != 0;
    }

    /** Whether the number is open and a socket. */
    public boolean isSocket(int fd) {
        return fd < end() && chunk(fd).kind[slot(fd)] == DescriptorKind.SOCKET.ordinal() + 1;
    }

    /** The kind of an open number. */
    public DescriptorKind kind(int fd) {
        return DescriptorKind.ofOrdinal(chunk(fd).kind[slot(fd)] - 1);
    }

    /** The protocol of an open number. */
    public Protocol protocol(int fd) {
        return Protocol.ofOrdinal(chunk(fd).protocol[slot(fd)]);
    }

    /** The socket state of an open number. */
    public SocketState state(int fd) {
        return SocketState.ofOrdinal(chunk(fd).state[slot(fd)]);
    }

    /** Whether the row says {@link SocketState#UNIDENTIFIED}. */
    public boolean isUnidentified(int fd) {
        return isSocket(fd) && chunk(fd).state[slot(fd)] == SocketState.UNIDENTIFIED.ordinal();
    }

    /** The inode of an open number. */
    public long inode(int fd) {
        return chunk(fd).inode[slot(fd)];
    }

    /** The mark that the probe left at an open number; 0 is none. */
    public int tag(int fd) {
        return chunk(fd).tag(slot(fd));
    }

    /**
     * Says that {@code fd} is open. Where kind and inode are what they were, the row stays as it is, age and socket
     * columns included; otherwise it starts anew. A file that was deleted meanwhile changes its kind and keeps its age.
     *
     * @param epochMillisNow the time of the scan
     */
    public void present(int fd, DescriptorKind kind, long inode, long epochMillisNow) {
        ensure(fd);
        byte code = (byte) (kind.ordinal() + 1);
        TableChunk seen = chunk(fd);
        if (seen.kind[slot(fd)] == code && seen.inode[slot(fd)] == inode) {
            return;
        }
        TableChunk chunk = writable(fd);
        int slot = slot(fd);
        boolean sameInode = chunk.kind[slot] != 0 && chunk.inode[slot] == inode && inode != Descriptor.NO_INODE;
        chunk.firstSeen[slot] = sameInode ? chunk.firstSeen[slot] : seconds(epochMillisNow);
        chunk.kind[slot] = code;
        chunk.inode[slot] = inode;
        chunk.protocol[slot] = UNKNOWN_PROTOCOL;
        chunk.state[slot] = UNKNOWN_STATE;
        chunk.tag(slot, 0);
        chunk.endpoints(slot, NO_ENDPOINTS);
    }

    /** Leaves a mark at an open number, which the next update sees. */
    public void tag(int fd, int tag) {
        if (chunk(fd).tag(slot(fd)) != tag) {
            writable(fd).tag(slot(fd), tag);
        }
    }

    /** Says what an open socket is. */
    public void socket(int fd, Protocol protocol, SocketState state, EndpointPair ends) {
        TableChunk seen = chunk(fd);
        int slot = slot(fd);
        boolean same = seen.protocol[slot] == protocol.ordinal()
                && seen.state[slot] == state.ordinal()
                && seen.hasEndpoints(slot, ends);
        if (!same) {
            TableChunk chunk = writable(fd);
            chunk.protocol[slot] = (byte) protocol.ordinal();
            chunk.state[slot] = (byte) state.ordinal();
            chunk.endpoints(slot, ends);
        }
    }

    /** Says that {@code fd} is not open. */
    public void absent(int fd) {
        if (isPresent(fd)) {
            TableChunk chunk = writable(fd);
            int slot = slot(fd);
            chunk.kind[slot] = 0;
            chunk.inode[slot] = 0;
            chunk.protocol[slot] = 0;
            chunk.state[slot] = 0;
            chunk.firstSeen[slot] = 0;
            chunk.tag(slot, 0);
            chunk.endpoints(slot, NO_ENDPOINTS);
        }
    }

    /** Says that no number from {@code fd} on is open. */
    public void absentFrom(int fd) {
        for (int at = fd; at < end(); at++) {
            absent(at);
        }
    }

    /** The finished table. */
    public DescriptorTable build() {
        int used = 0;
        int size = 0;
        for (int i = 0; i < chunks.length; i++) {
            if (owned.get(i)) { // Then the array is ours, too.
                chunks[i].trim();
                chunks[i] = chunks[i].isEmpty() ? TableChunk.EMPTY : chunks[i];
            }
            int open = open(chunks[i]);
            size += open;
            used = open > 0 ? i + 1 : used;
        }
        owned.clear();
        isOurs = false;
        return new DescriptorTable(used == chunks.length ? chunks : Arrays.copyOf(chunks, used), size, epochMillis);
    }

    private static int open(TableChunk chunk) {
        int open = 0;
        for (byte kind : chunk.kind) {
            open += kind != 0 ? 1 : 0;
        }
        return open;
    }

    private int seconds(long epochMillisNow) {
        return (int) Math.max(0, (epochMillisNow - epochMillis) / 1000);
    }

    private void ensure(int fd) {
        int needed = (fd >> TableChunk.BITS) + 1;
        if (needed > chunks.length) {
            int before = chunks.length;
            chunks = Arrays.copyOf(chunks, needed);
            isOurs = true;
            Arrays.fill(chunks, before, needed, TableChunk.EMPTY);
        }
    }

    private TableChunk chunk(int fd) {
        return chunks[fd >> TableChunk.BITS];
    }

    private static int slot(int fd) {
        return fd & TableChunk.MASK;
    }

    private TableChunk writable(int fd) {
        int index = fd >> TableChunk.BITS;
        if (!owned.get(index)) {
            if (!isOurs) {
                chunks = chunks.clone();
                isOurs = true;
            }
            chunks[index] = chunks[index].copy();
            owned.set(index);
        }
        return chunks[index];
    }
}
