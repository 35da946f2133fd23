package io.fdscope.jfr.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A copy of one chunk that claims to be finished, in a file of its own; gone when closed. The JDK's reader waits for ever for
 * one that is not.
 */
final class SavedChunk implements AutoCloseable {
    private static final int STEP = 1 << 18;

    private final Path path;

    private SavedChunk(Path path) {
        this.path = path;
    }

    /**
     * Makes the copy.
     *
     * @throws NoCopyException if the folder for temporary files does not take it
     * @throws IOException if the recording cannot be read
     */
    static SavedChunk of(FileChannel file, Chunk chunk) throws IOException {
        SavedChunk saved = new SavedChunk(emptyFile(chunk));
        try (FileChannel copy = FileChannel.open(saved.path, StandardOpenOption.WRITE)) {
            copy(file, chunk, copy);
            write(ByteBuffer.allocate(1), copy, Chunk.STATE, chunk);
            return saved;
        } catch (IOException e) {
            saved.close();
            throw e;
        }
    }

    private static Path emptyFile(Chunk chunk) throws NoCopyException {
        try {
            return Files.createTempFile("fdscope-chunk-", ".jfr");
        } catch (IOException e) {
            throw new NoCopyException(chunk, e);
        }
    }

    private static void copy(FileChannel file, Chunk chunk, FileChannel copy) throws IOException {
        ByteBuffer some = ByteBuffer.allocateDirect(STEP);
        for (long copied = 0; copied < chunk.size(); copied += some.limit()) {
            some.clear().limit((int) Math.min(STEP, chunk.size() - copied));
            if (file.read(some, chunk.offset() + copied) <= 0) {
                throw new IOException("the file has become shorter");
            }
            write(some.flip(), copy, copied, chunk);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel copy, long at, Chunk chunk) throws NoCopyException {
        try {
            while (bytes.hasRemaining()) {
                copy.write(bytes, at + bytes.position());
            }
        } catch (IOException e) {
            throw new NoCopyException(chunk, e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
