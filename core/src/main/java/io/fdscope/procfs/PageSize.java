package io.fdscope.procfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The size of a page of memory, the unit of some of the kernel's figures: {@code AT_PAGESZ} in {@code getauxval(3)}.
 *
 * <p>{@code /proc/self/auxv} holds pairs of native words, key and value: {@code (6, 4096)} says 4 KiB. 64-bit ARM and
 * POWER also come with 16 and 64 KiB.
 *
 * @param bytes 4,096 or more; −1 is unknown
 */
public record PageSize(long bytes) {
    private static final long AT_PAGESZ = 6;
    private static final int LEAST = 4096;

    /** Reads it: unknown where the file is missing, may not be read, or is none of a 64-bit process. */
    public static PageSize read(Path procRoot) {
        try {
            return parse(Files.readAllBytes(procRoot.resolve("self/auxv")));
        } catch (IOException e) {
            return new PageSize(Reading.UNKNOWN);
        }
    }

    static PageSize parse(byte[] auxv) {
        ByteBuffer words = ByteBuffer.wrap(auxv).order(ByteOrder.nativeOrder());
        while (words.remaining() >= 2 * Long.BYTES) {
            long key = words.getLong();
            long value = words.getLong();
            if (key == AT_PAGESZ && value >= LEAST && Long.bitCount(value) == 1) {
                return new PageSize(value);
            }
        }
        return new PageSize(Reading.UNKNOWN);
    }

    /** So many pages in bytes; −1 where either is unknown. */
    public long toBytes(long pages) {
        return pages < 0 || bytes < 0 ? Reading.UNKNOWN : pages * bytes;
    }
}
