package io.fdscope.jfr.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks of a file, and what is between them.
 *
 * @param chunks those that are there as far as their headers say
 * @param cutOff those whose end is missing
 * @param strayBytes bytes that belong to no chunk
 */
record ChunkMap(List<Chunk> chunks, List<Chunk> cutOff, long strayBytes) {
    private static final int WINDOW = 1 << 16;
    private static final int MOST_CHUNKS = 100_000;
    /** What begins like so many chunks that are none is no recording; to look for more would take for ever. */
    private static final int MOST_CUT_OFF = 100;

    static ChunkMap of(FileChannel file) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        List<Chunk> cutOff = new ArrayList<>();
        long length = file.size();
        long stray = 0;
        long at = 0;
        while (at < length && chunks.size() < MOST_CHUNKS && cutOff.size() < MOST_CUT_OFF) {
            Chunk chunk = Chunk.at(file, at);
            if (chunk != null && chunk.fits(length)) {
                chunks.add(chunk);
                at += chunk.size();
                continue;
            }
            if (chunk != null) {
                cutOff.add(chunk);
            }
            long next = next(file, at + 1);
            stray += chunk == null ? next - at : 0;
            at = next;
        }
        return new ChunkMap(chunks, cutOff, stray + length - at);
    }

    /** Whether a reader that expects nothing bad can be let loose on it. */
    boolean isSound() {
        return cutOff.isEmpty() && strayBytes == 0 && chunks.stream().allMatch(Chunk::finished);
    }

    /** Where the next chunk may begin, or the end of the file. */
    private static long next(FileChannel file, long from) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        for (long at = from; at < file.size(); at += WINDOW - Integer.BYTES + 1) {
            window.clear();
            file.read(window, at);
            for (int i = 0; i + Integer.BYTES <= window.position(); i++) {
                if (window.getInt(i) == Chunk.MAGIC && Chunk.at(file, at + i) != null) {
                    return at + i;
                }
            }
        }
        return file.size();
    }
}
