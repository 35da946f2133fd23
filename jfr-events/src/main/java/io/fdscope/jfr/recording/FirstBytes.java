package io.fdscope.jfr.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What a file begins with, which tells what it is.
 *
 * @param channel the file, open
 * @param file its name, for the user
 */
record FirstBytes(FileChannel channel, Path file) {
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;

    /** @throws UnreadableRecordingException if it is no recording */
    void check() throws IOException {
        if (channel.size() == 0) {
            throw new UnreadableRecordingException(
                    file + " is empty: the recording was never written; a JVM that is killed"
                            + " leaves its chunks in its repository folder, and those can be read");
        }
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES);
        channel.read(first, 0);
        int beginning = first.getShort(0) & 0xffff;
        if (beginning == GZIP || beginning == ZIP) {
            throw new UnreadableRecordingException(file + " is compressed: unpack it first");
        }
        if (first.getInt(0) != Chunk.MAGIC) {
            throw new UnreadableRecordingException(file + " is no flight recording: those begin with the letters FLR");
        }
        if (channel.size() < Chunk.HEADER) {
            throw new UnreadableRecordingException(
                    file + " is cut off after " + channel.size() + " bytes: nothing of it can be read");
        }
    }
}
