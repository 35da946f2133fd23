package io.fdscope.guard;

import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Optional;

/**
 * The chunk that the flight recorder has opened last, through which what it holds can be read without a new descriptor.
 * Kept weakly: the recorder decides how long it lives.
 */
final class LastChunk {
    private volatile WeakReference<RandomAccessFile> file = new WeakReference<>(null);

    /** @throws ReflectiveOperationException if chunks of this JDK look different */
    void set(Object chunk) throws ReflectiveOperationException {
        Field field = chunk.getClass().getDeclaredField("unFinishedRAF");
        field.setAccessible(true);
        file = new WeakReference<>((RandomAccessFile) field.get(chunk));
    }

    /** The recorder's own file, opened for reading and writing; it may be closed already. Not to be written to or closed. */
    Optional<RandomAccessFile> file() {
        return Optional.ofNullable(file.get());
    }
}
