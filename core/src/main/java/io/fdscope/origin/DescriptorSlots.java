package io.fdscope.origin;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;

/**
 * A slot for every descriptor number, without locks; grows by 1,024 slots, up to {@value #MOST_NUMBERS} numbers, which is
 * the kernel's default for {@code fs.nr_open}. Safe from any thread.
 *
 * @param <T> what is kept of a descriptor
 */
public final class DescriptorSlots<T> {
    static final int MOST_NUMBERS = 1 << 20;
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final AtomicReferenceArray<AtomicReferenceArray<T>> chunks =
            new AtomicReferenceArray<>(MOST_NUMBERS >> CHUNK_BITS);

    /** Whether there is a slot for this number. */
    public static boolean hasSlot(int fd) {
        return fd >= 0 && fd < MOST_NUMBERS;
    }

    /** What is in the slot of a number, or null. */
    public T get(int fd) {
        AtomicReferenceArray<T> chunk = existing(fd);
        return chunk == null ? null : chunk.get(fd & (CHUNK - 1));
    }

    /** Fills the slot of a number that has one, and returns what was in it, or null. */
    public T put(int fd, T value) {
        return chunk(fd >> CHUNK_BITS).getAndSet(fd & (CHUNK - 1), value);
    }

    /** Empties the slot of a number, and returns what was in it, or null. */
    public T remove(int fd) {
        AtomicReferenceArray<T> chunk = existing(fd);
        return chunk == null ? null : chunk.getAndSet(fd & (CHUNK - 1), null);
    }

    /** Empties the slot of a number if this very value is in it, and returns whether it was. */
    public boolean remove(int fd, T value) {
        AtomicReferenceArray<T> chunk = existing(fd);
        return chunk != null && chunk.compareAndSet(fd & (CHUNK - 1), value, null);
    }

    /** Empties all. */
    public void clear() {
        for (int i = 0; i < chunks.length(); i++) {
            AtomicReferenceArray<T> chunk = chunks.get(i);
            for (int j = 0; chunk != null && j < CHUNK; j++) {
                chunk.set(j, null);
            }
        }
    }

    /** Passes all that are there to the visitor, by number. */
    public void forEach(ObjIntConsumer<T> visitor) {
        for (int i = 0; i < chunks.length(); i++) {
            AtomicReferenceArray<T> chunk = chunks.get(i);
            for (int j = 0; chunk != null && j < CHUNK; j++) {
                T value = chunk.get(j);
                if (value != null) {
                    visitor.accept(value, (i << CHUNK_BITS) + j);
                }
            }
        }
    }

    private AtomicReferenceArray<T> existing(int fd) {
        return hasSlot(fd) ? chunks.get(fd >> CHUNK_BITS) : null;
    }

    private AtomicReferenceArray<T> chunk(int index) {
        AtomicReferenceArray<T> chunk = chunks.get(index);
        if (chunk == null) {
            chunks.compareAndSet(index, null, new AtomicReferenceArray<>(CHUNK));
            chunk = chunks.get(index);
        }
        return chunk;
    }
}
