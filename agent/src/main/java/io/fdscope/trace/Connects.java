package io.fdscope.trace;

import java.io.FileDescriptor;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The connects that are under way, by descriptor number: at most one for each, up to number {@value #MOST}. No lock. */
final class Connects {
    private static final int CHUNK = 1024;
    private static final int MOST = CHUNK * CHUNK;

    private final AtomicReferenceArray<AtomicReferenceArray<Connecting>> chunks = new AtomicReferenceArray<>(CHUNK);

    void begin(int fd, Connecting connecting) {
        if (fd >= 0 && fd < MOST) {
            chunk(fd / CHUNK).set(fd % CHUNK, connecting);
        }
    }

    /** Takes out the connect of this very socket; null where none is under way. */
    Connecting end(int fd, FileDescriptor descriptor) {
        AtomicReferenceArray<Connecting> chunk = fd >= 0 && fd < MOST ? chunks.get(fd / CHUNK) : null;
        if (chunk == null) {
            return null;
        }
        Connecting connecting = chunk.get(fd % CHUNK);
        boolean mine = connecting != null && connecting.descriptor() == descriptor;
        return mine && chunk.compareAndSet(fd % CHUNK, connecting, null) ? connecting : null;
    }

    private AtomicReferenceArray<Connecting> chunk(int index) {
        AtomicReferenceArray<Connecting> chunk = chunks.get(index);
        if (chunk == null) {
            chunks.compareAndSet(index, null, new AtomicReferenceArray<>(CHUNK));
            chunk = chunks.get(index);
        }
        return chunk;
    }
}
