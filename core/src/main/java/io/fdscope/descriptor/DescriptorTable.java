package io.fdscope.descriptor;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * All open descriptors of the process as of one scan, our own left out. Immutable, ordered by number, held as columns
 * of primitives: at most 64 bytes a descriptor together with what a probe keeps.
 *
 * <p>The next table is made by an {@link TableUpdate update} of the last one.
 */
public final class DescriptorTable {
    private final TableChunk[] chunks;
    private final int size;
    private final long epochMillis;

    DescriptorTable(TableChunk[] chunks, int size, long epochMillis) {
        this.chunks = chunks;
        this.size = size;
        this.epochMillis = epochMillis;
    }

    /**
     * A table without rows.
     *
     * @param epochMillis the time from which ages are counted, milliseconds since 1970; not after the first scan
     */
    public static DescriptorTable empty(long epochMillis) {
        return new DescriptorTable(new TableChunk[0], 0, epochMillis);
    }

    /** Starts the next table, with all rows of this one. */
    public TableUpdate update() {
        return new TableUpdate(chunks, epochMillis);
    }

    /** How many descriptors it holds. */
    public int size() {
        return size;
    }

    /** One more than the highest number that may be present. */
    public int end() {
        return chunks.length << TableChunk.BITS;
    }

    /** The row of one descriptor, or empty where that number is not open. */
    public Optional<Descriptor> get(int fd) {
        return fd >= 0 && fd < end() && isPresent(fd) ? Optional.of(row(fd)) : Optional.empty();
    }

    /** Every row in the order of the numbers; rows are made one at a time. */
    public void forEach(Consumer<Descriptor> consumer) {
        for (int fd = 0; fd < end(); fd++) {
            if (isPresent(fd)) {
                consumer.accept(row(fd));
            }
        }
    }

    /**
     * The lowest unidentified socket at or after {@code fd}, so that a few can be looked at without making every row.
     *
     * @return its number, or −1 where there is none
     */
    public int nextUnidentified(int fd) {
        for (int at = fd; at < end(); at++) {
            if (isPresent(at)
                    && kindOrdinal(at) == DescriptorKind.SOCKET.ordinal()
                    && SocketState.ofOrdinal(stateOrdinal(at)).isUnidentified()) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the number is open and a socket; makes no row. */
    public boolean isSocket(int fd) {
        return fd >= 0 && fd < end() && isPresent(fd) && kindOrdinal(fd) == DescriptorKind.SOCKET.ordinal();
    }

    /** The state of an open number, {@link SocketState#UNKNOWN} where it is no socket; makes no row. */
    public SocketState state(int fd) {
        return SocketState.ofOrdinal(stateOrdinal(fd));
    }

    /** The protocol of an open number that is a socket; makes no row. */
    public Protocol protocol(int fd) {
        return Protocol.ofOrdinal(chunks[fd >> TableChunk.BITS].protocol[fd & TableChunk.MASK]);
    }

    /** The inode of an open number; makes no row. */
    public long inode(int fd) {
        return chunks[fd >> TableChunk.BITS].inode[fd & TableChunk.MASK];
    }

    /** When a scan first saw what is open under the number, milliseconds since 1970 to the second; makes no row. */
    public long firstSeenEpochMillis(int fd) {
        return epochMillis + chunks[fd >> TableChunk.BITS].firstSeen[fd & TableChunk.MASK] * 1000L;
    }

    /** How many chunks it has in common with another table, for tests. */
    int sharedChunks(DescriptorTable other) {
        int shared = 0;
        for (int i = 0; i < Math.min(chunks.length, other.chunks.length); i++) {
            shared += chunks[i] == other.chunks[i] ? 1 : 0;
        }
        return shared;
    }

    boolean isPresent(int fd) {
        return chunks[fd >> TableChunk.BITS].kind[fd & TableChunk.MASK] != 0;
    }

    int kindOrdinal(int fd) {
        return chunks[fd >> TableChunk.BITS].kind[fd & TableChunk.MASK] - 1;
    }

    int stateOrdinal(int fd) {
        return chunks[fd >> TableChunk.BITS].state[fd & TableChunk.MASK];
    }

    private Descriptor row(int fd) {
        TableChunk chunk = chunks[fd >> TableChunk.BITS];
        int slot = fd & TableChunk.MASK;
        return new Descriptor(
                fd,
                DescriptorKind.ofOrdinal(chunk.kind[slot] - 1),
                chunk.inode[slot],
                Protocol.ofOrdinal(chunk.protocol[slot]),
                SocketState.ofOrdinal(chunk.state[slot]),
                chunk.local(slot),
                chunk.remote(slot),
                firstSeenEpochMillis(fd));
    }
}
