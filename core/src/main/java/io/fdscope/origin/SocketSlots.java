package io.fdscope.origin;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;

/**
 * A slot for every descriptor number, without locks; grows by 1,024 slots, up to {@value #MOST_NUMBERS} numbers, which is
 * the kernel's default for {@code fs.nr_open}.
 */
final class SocketSlots {
    static final int MOST_NUMBERS = 1 << 20;
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final AtomicReferenceArray<AtomicReferenceArray<TracedSocket>> chunks =
            new AtomicReferenceArray<>(MOST_NUMBERS >> CHUNK_BITS);

    static boolean hasSlot(int fd) {
        return fd >= 0 && fd < MOST_NUMBERS;
    }

    /** What is in the slot of a number, or null. */
    TracedSocket get(int fd) {
        AtomicReferenceArray<TracedSocket> chunk = hasSlot(fd) ? chunks.get(fd >> CHUNK_BITS) : null;
        return chunk == null ? null : chunk.get(fd & (CHUNK - 1));
    }

    /** Fills the slot of a number that has one, and returns what was in it, or null. */
    TracedSocket put(int fd, TracedSocket socket) {
        return chunk(fd >> CHUNK_BITS).getAndSet(fd & (CHUNK - 1), socket);
    }

    /** Empties the slot of a number, and returns what was in it, or null. */
    TracedSocket remove(int fd) {
        AtomicReferenceArray<TracedSocket> chunk = hasSlot(fd) ? chunks.get(fd >> CHUNK_BITS) : null;
        return chunk == null ? null : chunk.getAndSet(fd & (CHUNK - 1), null);
    }

    /** Empties all. */
    void clear() {
        for (int i = 0; i < chunks.length(); i++) {
            AtomicReferenceArray<TracedSocket> chunk = chunks.get(i);
            for (int j = 0; chunk != null && j < CHUNK; j++) {
                chunk.set(j, null);
            }
        }
    }

    /** Passes all that are there to the visitor, by number. */
    void forEach(ObjIntConsumer<TracedSocket> visitor) {
        for (int i = 0; i < chunks.length(); i++) {
            AtomicReferenceArray<TracedSocket> chunk = chunks.get(i);
            for (int j = 0; chunk != null && j < CHUNK; j++) {
                TracedSocket socket = chunk.get(j);
                if (socket != null) {
                    visitor.accept(socket, (i << CHUNK_BITS) + j);
                }
            }
        }
    }

    private AtomicReferenceArray<TracedSocket> chunk(int index) {
        AtomicReferenceArray<TracedSocket> chunk = chunks.get(index);
        if (chunk == null) {
            chunks.compareAndSet(index, null, new AtomicReferenceArray<>(CHUNK));
            chunk = chunks.get(index);
        }
        return chunk;
    }
}
