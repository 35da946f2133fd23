package io.fdscope.probe;

import io.fdscope.descriptor.TableUpdate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * From socket inode to descriptors, for one scan: open addressing over descriptor numbers, 6 bytes a socket, used again
 * for the next scan. Several descriptors may share an inode ({@code dup(2)}).
 */
final class SocketIndex {
    private static final int LEAST = 64;

    private final BitSet matched = new BitSet();
    private TableUpdate update;
    /** Descriptor number plus one; 0 is free. */
    private int[] slots = new int[LEAST];

    private int count;

    /** Indexes all sockets of {@code toIndex} whose inode is known. */
    void build(TableUpdate toIndex) {
        update = toIndex;
        matched.clear();
        count = 0;
        int sockets = countSockets();
        resize(sockets + sockets / 2 + 1);
        for (int fd = 0; fd < update.end(); fd++) {
            if (isIndexed(fd)) {
                insert(fd);
            }
        }
    }

    int count() {
        return count;
    }

    /** Passes the descriptors of a socket on, and remembers that a table lists them. */
    void match(long inode, IntConsumer fds) {
        if (count == 0) {
            return;
        }
        for (int at = start(inode); slots[at] != 0; at = at + 1 == slots.length ? 0 : at + 1) {
            int fd = slots[at] - 1;
            if (update.inode(fd) == inode) {
                matched.set(fd);
                fds.accept(fd);
            }
        }
    }

    boolean isMatched(int fd) {
        return matched.get(fd);
    }

    boolean isIndexed(int fd) {
        return update.isSocket(fd) && update.inode(fd) >= 0;
    }

    private int countSockets() {
        int found = 0;
        for (int fd = 0; fd < update.end(); fd++) {
            found += isIndexed(fd) ? 1 : 0;
        }
        return found;
    }

    private void resize(int needed) {
        if (slots.length < needed || slots.length > 4 * Math.max(LEAST, needed)) {
            slots = new int[Math.max(LEAST, needed + needed / 8)];
        } else {
            Arrays.fill(slots, 0);
        }
    }

    private void insert(int fd) {
        int at = start(update.inode(fd));
        while (slots[at] != 0) {
            at = at + 1 == slots.length ? 0 : at + 1;
        }
        slots[at] = fd + 1;
        count++;
    }

    /** Fibonacci hashing, scaled to the size without a division. */
    private int start(long inode) {
        long mixed = (inode * 0x9E3779B97F4A7C15L) >>> 32;
        return (int) ((mixed * slots.length) >>> 32);
    }
}
