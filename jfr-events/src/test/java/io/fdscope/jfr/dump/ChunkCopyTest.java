package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.fixture.Await;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkCopyTest {
    private static final Room ANY_ROOM = bytes -> {};

    @TempDir
    private Path temporary;

    @Name("io.fdscope.test.Copied")
    static class CopiedEvent extends Event {}

    /** The chunk that a recording on disk writes to now. */
    private static Path presentChunk() throws IOException {
        try (Stream<Path> chunks = Files.list(Path.of(System.getProperty("jdk.jfr.repository")))) {
            return chunks.filter(file -> file.toString().endsWith(".jfr"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static long copied(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("io.fdscope.test.Copied"))
                .count();
    }

    private long copyOf(RandomAccessFile chunk) {
        Path file = temporary.resolve("copy.jfr");
        try (RandomAccessFile to = new RandomAccessFile(file.toFile(), "rw")) {
            new ChunkCopy(chunk).writeTo(to, ANY_ROOM);
            return copied(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatTheRecorderHasFlushedCanBeReadWhileItGoesOn() throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(CopiedEvent.class);
            recording.start();
            for (int i = 0; i < 500; i++) {
                new CopiedEvent().commit();
            }
            try (RandomAccessFile chunk = new RandomAccessFile(presentChunk().toFile(), "r")) {
                Await.until("all are flushed", () -> copyOf(chunk) == 500);
            }
        }
    }

    @Test
    void whatIsNoChunkIsRefused() throws IOException {
        Path file = Files.write(temporary.resolve("other"), new byte[200]);
        try (RandomAccessFile chunk = new RandomAccessFile(file.toFile(), "r");
                RandomAccessFile to =
                        new RandomAccessFile(temporary.resolve("to").toFile(), "rw")) {
            assertThatThrownBy(() -> new ChunkCopy(chunk).writeTo(to, ANY_ROOM))
                    .hasMessage("the chunk has no valid header");
            assertThat(to.length()).isZero();
        }
    }

    /** {@code FLR}, version 2.1, and the size that it says it has. */
    private RandomAccessFile chunkOf(int size, int said) throws IOException {
        byte[] bytes = ByteBuffer.allocate(size)
                .put(new byte[] {'F', 'L', 'R', 0, 0, 2, 0, 1})
                .putLong(said)
                .array();
        Path file = Files.write(temporary.resolve("chunk"), bytes);
        return new RandomAccessFile(file.toFile(), "r");
    }

    @Test
    void aCopyThatFailsHalfwayTakesNoRoom() throws IOException {
        try (RandomAccessFile chunk = chunkOf(1000, 2000);
                RandomAccessFile to =
                        new RandomAccessFile(temporary.resolve("to").toFile(), "rw")) {
            assertThatThrownBy(() -> new ChunkCopy(chunk).writeTo(to, ANY_ROOM))
                    .hasMessage("the chunk is shorter than its header says");
            assertThat(to.length()).isZero();
        }
    }

    @Test
    void whereThereIsNoRoomForItNothingIsWritten() throws IOException {
        try (RandomAccessFile chunk = chunkOf(1000, 1000);
                RandomAccessFile to =
                        new RandomAccessFile(temporary.resolve("to").toFile(), "rw")) {
            Room none = bytes -> {
                throw new IOException("none for " + bytes);
            };
            assertThatThrownBy(() -> new ChunkCopy(chunk).writeTo(to, none)).hasMessage("none for 1000");
            assertThat(to.length()).isZero();
        }
    }

    @Test
    void aChunkThatTheRecorderHasClosedIsRefused() throws IOException {
        RandomAccessFile chunk = new RandomAccessFile(
                Files.createFile(temporary.resolve("closed")).toFile(), "r");
        chunk.close();
        try (RandomAccessFile to = new RandomAccessFile(temporary.resolve("to").toFile(), "rw")) {
            assertThatThrownBy(() -> new ChunkCopy(chunk).writeTo(to, ANY_ROOM)).isInstanceOf(IOException.class);
        }
    }
}
