package io.fdscope.jfr.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * One chunk of a recording. It begins with 68 bytes, big-endian: the letters {@code FLR} and a zero; two versions of two
 * bytes; at 8 its size, at 16 and 24 where constants and metadata are, at 32 its start in nanoseconds since 1970, at 40 its
 * duration, each of eight bytes; at 64 a byte that is 0 when it is finished, 255 while its header is written.
 *
 * @param offset where it begins in the file
 * @param size as its header says, in bytes; as of the last flush while it is unfinished
 * @param startMillis when it was begun, milliseconds since 1970
 * @param endMillis when it was ended, or flushed last
 * @param finished whether the flight recorder has ended it
 * @param majorVersion of the format; 2 since JDK 11
 */
record Chunk(long offset, long size, long startMillis, long endMillis, boolean finished, int majorVersion) {
    static final int HEADER = 68;
    /** {@code FLR\0}. */
    static final int MAGIC = 0x464c5200;

    static final int STATE = 64;
    private static final int SIZE = 8;
    private static final int START = 32;
    private static final int DURATION = 40;
    private static final long NANOS = 1_000_000;

    /** Reads what is at an offset; null where no chunk begins there. */
    static Chunk at(FileChannel file, long offset) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (header.hasRemaining() && file.read(header, offset + header.position()) > 0) {
            // Once more for the rest.
        }
        if (header.hasRemaining() || header.getInt(0) != MAGIC) {
            return null;
        }
        long start = header.getLong(START) / NANOS;
        return new Chunk(
                offset,
                header.getLong(SIZE),
                start,
                start + Math.max(0, header.getLong(DURATION)) / NANOS,
                header.get(STATE) == 0,
                header.getShort(Integer.BYTES));
    }

    /** Whether all of it is in a file of this length. */
    boolean fits(long length) {
        return size >= HEADER && size <= length - offset;
    }
}
