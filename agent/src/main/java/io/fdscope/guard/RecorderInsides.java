package io.fdscope.guard;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the guard uses inside the flight recorder, beside the methods that it hooks: looked up once. It keeps the JVM alive
 * without; what is missing is a missing hook, and no fault.
 *
 * @param leftovers closes what a failed dump has left; empty where it cannot
 * @param chunkFile the file that a chunk is written to; empty where it cannot be had
 * @param missing what there is none of, by name
 */
record RecorderInsides(Optional<Leftovers> leftovers, Optional<Field> chunkFile, List<String> missing) {
    /** Copies. */
    RecorderInsides {
        missing = List.copyOf(missing);
    }

    static RecorderInsides of(RecorderClasses classes) {
        List<String> missing = new ArrayList<>();
        return new RecorderInsides(
                find("end of a failed dump", missing, () -> new Leftovers(classes)),
                find(
                        "file of a chunk",
                        missing,
                        () -> classes.field("jdk.jfr.internal.RepositoryChunk", "unFinishedRAF")),
                missing);
    }

    private interface Search<T> {
        T find() throws ReflectiveOperationException;
    }

    private static <T> Optional<T> find(String name, List<String> missing, Search<T> search) {
        try {
            return Optional.of(search.find());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError different) {
            missing.add("flight recorder: " + name);
            return Optional.empty();
        }
    }
}
