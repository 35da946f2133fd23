package io.fdscope.descriptor;

import java.util.Arrays;

/**
 * The columns of {@value #SIZE} neighbouring descriptors. A published chunk never changes again; tables of consecutive
 * scans share the chunks in which nothing happened, which is why a scan of a quiet process makes next to no garbage.
 *
 * <p>Columns that few descriptors need (addresses, tags) exist only in the chunks that need them: 15 bytes a descriptor
 * at the least, 55 at the most.
 */
final class TableChunk {
    static final int BITS = 7;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;
    static final TableChunk EMPTY = new TableChunk();

    /** Ordinal of the kind plus one; 0 is an absent descriptor. */
    final byte[] kind;

    final byte[] protocol;
    final byte[] state;
    final long[] inode;
    /** Seconds after the table's epoch. */
    final int[] firstSeen;
    /** The probe's own mark of what it saw last time, or null where all are 0. */
    int[] tag;
    /** Four longs a descriptor: local high, local low, remote high, remote low; null where none has an address. */
    long[] address;
    /** Local port in the high half, remote port in the low half; null exactly where {@link #address} is. */
    int[] ports;

    private TableChunk() {
        kind = new byte[SIZE];
        protocol = new byte[SIZE];
        state = new byte[SIZE];
        inode = new long[SIZE];
        firstSeen = new int[SIZE];
    }

    private TableChunk(TableChunk from) {
        kind = from.kind.clone();
        protocol = from.protocol.clone();
        state = from.state.clone();
        inode = from.inode.clone();
        firstSeen = from.firstSeen.clone();
        tag = from.tag == null ? null : from.tag.clone();
        address = from.address == null ? null : from.address.clone();
        ports = from.ports == null ? null : from.ports.clone();
    }

    TableChunk copy() {
        return new TableChunk(this);
    }

    boolean isEmpty() {
        for (byte k : kind) {
            if (k != 0) {
                return false;
            }
        }
        return true;
    }

    int tag(int slot) {
        return tag == null ? 0 : tag[slot];
    }

    void tag(int slot, int value) {
        if (tag == null) {
            if (value == 0) {
                return;
            }
            tag = new int[SIZE];
        }
        tag[slot] = value;
    }

    Endpoint local(int slot) {
        return endpoint(slot * 4, slot, 16);
    }

    Endpoint remote(int slot) {
        return endpoint(slot * 4 + 2, slot, 0);
    }

    private Endpoint endpoint(int at, int slot, int portShift) {
        if (address == null) {
            return Endpoint.NONE;
        }
        return new Endpoint(address[at], address[at + 1], (ports[slot] >>> portShift) & 0xffff);
    }

    boolean hasEndpoints(int slot, EndpointPair pair) {
        if (address == null) {
            return pair.isNone();
        }
        int at = slot * 4;
        return address[at] == pair.localHigh
                && address[at + 1] == pair.localLow
                && address[at + 2] == pair.remoteHigh
                && address[at + 3] == pair.remoteLow
                && ports[slot] == pair.ports();
    }

    void endpoints(int slot, EndpointPair pair) {
        if (address == null) {
            if (pair.isNone()) {
                return;
            }
            address = new long[SIZE * 4];
            ports = new int[SIZE];
        }
        int at = slot * 4;
        address[at] = pair.localHigh;
        address[at + 1] = pair.localLow;
        address[at + 2] = pair.remoteHigh;
        address[at + 3] = pair.remoteLow;
        ports[slot] = pair.ports();
    }

    /** Gives up the address columns once no descriptor of the chunk has an address any more. */
    void trim() {
        if (ports != null && allZero(ports) && Arrays.stream(address).allMatch(word -> word == 0)) {
            address = null;
            ports = null;
        }
        if (tag != null && allZero(tag)) {
            tag = null;
        }
    }

    private static boolean allZero(int[] column) {
        return Arrays.stream(column).allMatch(value -> value == 0);
    }
}
