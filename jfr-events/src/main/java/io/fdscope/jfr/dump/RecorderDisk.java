package io.fdscope.jfr.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The disk that the flight recorder writes to, and what stays free of it: the JVM aborts itself where that one is full.
 * Takes no descriptor.
 *
 * @param folder where the recorder writes
 */
record RecorderDisk(Supplier<Path> folder) {
    /** Several times what we let our recording grow to. */
    static final long LEAST_FREE_BYTES = 400L << 20;
    /** Of another disk. Less would be filled by a recording of a few minutes. */
    private static final long LEAST_FREE_ELSEWHERE_BYTES = 64L << 20;

    /** Of this JVM: JFR says by this property where its repository is, once it has one. */
    static final RecorderDisk OF_THIS_JVM = new RecorderDisk(
            () -> Path.of(System.getProperty("jdk.jfr.repository", System.getProperty("java.io.tmpdir"))));

    /** What is free of it; 0 where it is gone. */
    long freeBytes() {
        return folder.get().toFile().getUsableSpace();
    }

    /** What is to stay free where this folder is: as much as here where that is the same disk, or cannot be told. */
    long leastFreeBytes(Path other) {
        try {
            return device(other).equals(device(folder.get())) ? LEAST_FREE_BYTES : LEAST_FREE_ELSEWHERE_BYTES;
        } catch (IOException | RuntimeException unknown) {
            return LEAST_FREE_BYTES;
        }
    }

    private static Object device(Path path) throws IOException {
        return Files.getAttribute(path, "unix:dev");
    }
}
