package io.fdscope.jfr.recording;

import io.fdscope.origin.GivenName;
import io.fdscope.recording.RecordingContent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads a recording event by event, so that its length makes no difference to memory. What the JDK's reader does not take as
 * a whole (cut off, damaged, of a JVM that was killed or is still running) is read chunk by chunk, as far as it goes. On
 * damaged ones the JDK's reader throws anything: unchecked exceptions, {@link InternalError}, and {@link OutOfMemoryError}
 * for sizes that nobody wrote.
 */
public final class RecordingReader {
    private static final int FORMAT = 2;
    private static final int MOST_PROBLEMS = 20;
    private static final int TELL_EVERY = 10_000;

    private final Path file;
    private final DoubleConsumer progress;
    private final List<String> problems = new ArrayList<>();
    private final RecordedValues values = new RecordedValues();
    private long startMillis;
    private long endMillis;
    private long events;

    /** @param progress told now and then which share of it has been read, 0 to 1 */
    public RecordingReader(Path file, DoubleConsumer progress) {
        this.file = file;
        this.progress = progress;
    }

    /**
     * Reads it.
     *
     * @throws UnreadableRecordingException if nothing of it can be read
     */
    public ReadRecording read() throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableRecordingException(file + " is a folder: name the .jfr file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnreadableRecordingException(file + " is no file of the disk: copy the recording into one");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return read(channel);
        } catch (NoSuchFileException e) {
            throw new UnreadableRecordingException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new UnreadableRecordingException(file + " may not be read: see its permissions", e);
        }
    }

    private ReadRecording read(FileChannel channel) throws IOException {
        new FirstBytes(channel, file).check();
        ChunkMap map = ChunkMap.of(channel);
        Chunk old = map.chunks().stream()
                .filter(chunk -> chunk.majorVersion() != FORMAT)
                .findFirst()
                .orElse(null);
        if (old != null) {
            throw new UnreadableRecordingException(file + " is of version " + old.majorVersion()
                    + " of the format, which JDK 11 and newer neither write nor read: use a tool of its time");
        }
        startMillis = map.chunks().stream().mapToLong(Chunk::startMillis).min().orElse(0);
        endMillis = map.chunks().stream().mapToLong(Chunk::endMillis).max().orElse(0);
        if (map.isSound()) {
            RecordingContent content = new RecordingContent();
            try {
                readAll(file, content);
                return finished(channel, map, map.chunks().size(), content);
            } catch (Exception | VirtualMachineError e) {
                events = 0; // Once more, to see which of its chunks it is.
            }
        }
        return salvage(channel, map);
    }

    private ReadRecording salvage(FileChannel channel, ChunkMap map) throws IOException {
        RecordingContent content = new RecordingContent();
        int read = 0;
        for (Chunk chunk : map.chunks()) {
            read += salvage(channel, chunk, content) ? 1 : 0;
        }
        map.cutOff()
                .forEach(chunk -> problem("the chunk begun at " + Instant.ofEpochMilli(chunk.startMillis())
                        + " is cut off or was never flushed: what it held is lost"));
        if (map.strayBytes() > 0) {
            problem(map.strayBytes() + " bytes belong to no chunk, and were left out");
        }
        if (read == 0) {
            throw new UnreadableRecordingException("nothing of " + file + " can be read: "
                    + (problems.isEmpty() ? "it holds no chunk" : problems.get(0)));
        }
        return finished(channel, map, read, content);
    }

    private boolean salvage(FileChannel channel, Chunk chunk, RecordingContent content) throws IOException {
        String name = "the chunk begun at " + Instant.ofEpochMilli(chunk.startMillis());
        long before = events;
        try (SavedChunk saved = SavedChunk.of(channel, chunk)) {
            readAll(saved.path(), content);
            if (!chunk.finished()) {
                problem(name + " was not finished (the JVM was killed, or still runs): it is read up to its last flush,"
                        + " which is made once a second");
            }
            return true;
        } catch (NoCopyException e) {
            throw new UnreadableRecordingException(
                    "of " + file + " each chunk has to be copied, for not all of it is whole, and "
                            + System.getProperty("java.io.tmpdir") + " does not take " + chunk.size() + " bytes ("
                            + e.getCause() + "): make room there, or name another folder with -Djava.io.tmpdir=FOLDER",
                    e);
        } catch (Exception | VirtualMachineError e) {
            problem(name + " is damaged (" + e + "): " + (events - before)
                    + " events of it were read, the rest is lost");
            return events > before;
        }
    }

    /** What the JDK says of a damaged file may quote it, line ends too. */
    private void problem(String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new GivenName(text).oneLine());
        }
    }

    private ReadRecording finished(FileChannel channel, ChunkMap map, int read, RecordingContent content)
            throws IOException {
        content.finish();
        content.include(startMillis);
        content.include(endMillis);
        progress.accept(1);
        return new ReadRecording(
                file, channel.size(), Math.min(read, map.chunks().size()), content, problems);
    }

    private void readAll(Path path, RecordingContent content) throws IOException {
        try (RecordingFile recording = new RecordingFile(path)) {
            EnabledTypes types = new EnabledTypes(recording.readEventTypes());
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                types.of(event).ifPresent(content::enabled);
                content.accept(values.of(event));
                if (++events % TELL_EVERY == 0) {
                    tell(event);
                }
            }
        }
    }

    /** The file's position is not told; its time is. */
    private void tell(RecordedEvent event) {
        double share =
                (double) (event.getEndTime().toEpochMilli() - startMillis) / Math.max(1, endMillis - startMillis);
        progress.accept(Math.max(0, Math.min(1, share)));
    }
}
