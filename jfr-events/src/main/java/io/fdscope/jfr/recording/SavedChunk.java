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
    private final Path path;

    private SavedChunk(Path path) {
        this.path = path;
    }

    static SavedChunk of(FileChannel file, Chunk chunk) throws IOException {
        SavedChunk saved = new SavedChunk(Files.createTempFile("fdscope-chunk-", ".jfr"));
        try (FileChannel copy = FileChannel.open(saved.path, StandardOpenOption.WRITE)) {
            long copied = 0;
            while (copied < chunk.size()) {
                long more = file.transferTo(chunk.offset() + copied, chunk.size() - copied, copy);
                if (more <= 0) {
                    throw new IOException("the file has become shorter");
                }
                copied += more;
            }
            copy.write(ByteBuffer.allocate(1), Chunk.STATE);
            return saved;
        } catch (IOException e) {
            saved.close();
            throw e;
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
