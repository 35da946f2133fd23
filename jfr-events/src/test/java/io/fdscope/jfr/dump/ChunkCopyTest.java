package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.fixture.Await;
import java.io.IOException;
import java.io.RandomAccessFile;
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
            new ChunkCopy(chunk).writeTo(to);
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
            assertThatThrownBy(() -> new ChunkCopy(chunk).writeTo(to)).hasMessage("the chunk has no valid header");
            assertThat(to.length()).isZero();
        }
    }

    @Test
    void aChunkThatTheRecorderHasClosedIsRefused() throws IOException {
        RandomAccessFile chunk = new RandomAccessFile(
                Files.createFile(temporary.resolve("closed")).toFile(), "r");
        chunk.close();
        try (RandomAccessFile to = new RandomAccessFile(temporary.resolve("to").toFile(), "rw")) {
            assertThatThrownBy(() -> new ChunkCopy(chunk).writeTo(to)).isInstanceOf(IOException.class);
        }
    }
}
