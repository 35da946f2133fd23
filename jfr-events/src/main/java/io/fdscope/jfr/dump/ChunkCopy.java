package io.fdscope.jfr.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Copies what the flight recorder has written to its present chunk, without opening anything. The recorder flushes once a
 * second, and what came since the last flush is not in the copy.
 *
 * <p>The header of a chunk, big endian: {@code FLR\0}, version (4 bytes), size (8, at 8), positions of the last checkpoint
 * and metadata (8 each), times (32 to 63), and at 64 the state: 0 is finished, 255 is being changed just now, all else
 * counts the flushes. What lies behind the size is not yet valid.
 */
final class ChunkCopy {
    private static final int HEADER = 68;
    private static final int SIZE = 8;
    private static final int STATE = 64;
    private static final int CHANGING = 0xFF;
    private static final int MOST_LOOKS = 200;
    private static final long BETWEEN_LOOKS_MILLIS = 10;

    private final RandomAccessFile chunk;
    private final byte[] header = new byte[HEADER];

    ChunkCopy(RandomAccessFile chunk) {
        this.chunk = chunk;
    }

    /**
     * Writes it to a file, as a finished chunk; leaves that empty where it cannot.
     *
     * @param room is told how much it will be: a chunk grows without end where the next one cannot be opened
     * @throws IOException if the chunk has no valid header within two seconds, is closed, or cannot be written
     */
    void writeTo(RandomAccessFile to, Room room) throws IOException {
        to.setLength(0);
        long size = readHeader();
        room.check(size);
        boolean done = false;
        try {
            write(to, size);
            done = true;
        } finally {
            if (!done) {
                to.setLength(0); // The disk that it has filled may be the recorder's.
            }
        }
    }

    private void write(RandomAccessFile to, long size) throws IOException {
        header[STATE] = 0;
        to.seek(0);
        to.write(header);
        chunk.seek(HEADER);
        byte[] buffer = new byte[64 << 10];
        for (long left = size - HEADER; left > 0; ) {
            int read = chunk.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the chunk is shorter than its header says");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Read twice, so that it is not that of a moment between two states. */
    private long readHeader() throws IOException {
        byte[] before = new byte[HEADER];
        for (int look = 0; look < MOST_LOOKS; look++) {
            read(before);
            read(header);
            if (Arrays.equals(before, header) && isValid()) {
                return size();
            }
            rest();
        }
        throw new IOException("the chunk has no valid header");
    }

    private void read(byte[] into) throws IOException {
        chunk.seek(0);
        chunk.readFully(into);
    }

    private boolean isValid() {
        boolean magic = header[0] == 'F' && header[1] == 'L' && header[2] == 'R';
        return magic && (header[STATE] & 0xFF) != CHANGING && size() > HEADER;
    }

    private long size() {
        return ByteBuffer.wrap(header).getLong(SIZE);
    }

    private static void rest() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
