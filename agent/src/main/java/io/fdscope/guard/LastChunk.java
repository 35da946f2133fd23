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
    private volatile Optional<Field> within = Optional.empty();
    private volatile WeakReference<RandomAccessFile> file = new WeakReference<>(null);

    /** @param field of the recorder's chunks, in which their file is; empty where this JDK has none: then none is known */
    void use(Optional<Field> field) {
        within = field;
    }

    /** @throws ReflectiveOperationException if the field cannot be read */
    void set(Object chunk) throws ReflectiveOperationException {
        if (within.isPresent()) {
            file = new WeakReference<>((RandomAccessFile) within.get().get(chunk));
        }
    }

    /** The recorder's own file, opened for reading and writing; it may be closed already. Not to be written to or closed. */
    Optional<RandomAccessFile> file() {
        return Optional.ofNullable(file.get());
    }
}
