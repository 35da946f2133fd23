package io.fdscope.jfr;

import io.fdscope.sample.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jdk.jfr.Event;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Recordings of this JVM, and what is in a file. */
final class Recorded {
    private Recorded() {}

    /** A recording of nothing but one of our events, written at the start and the end of its one chunk. */
    static Recording only(Class<? extends Event> type) {
        Recording recording = new Recording();
        EventHooks.types().forEach(recording::disable);
        recording.enable(type).with("period", "everyChunk");
        return recording;
    }

    /** Stops the recording and gives our events in it, by time. */
    static List<RecordedEvent> stop(Recording recording, Path folder) throws IOException {
        Path file = folder.resolve(recording.getId() + ".jfr");
        recording.stop();
        recording.dump(file);
        recording.close();
        return ours(file).toList();
    }

    static Stream<RecordedEvent> ours(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("io.fdscope."))
                .sorted((one, other) -> one.getStartTime().compareTo(other.getStartTime()));
    }

    /** The figures that a sample and a FileDescriptorUsage event share, as text. */
    static String figures(Sample sample) {
        return join(
                sample.reading().openCount(),
                sample.reading().limits().soft(),
                sample.reading().limits().hard(),
                sample.reading().headroom(),
                sample.scan().census().sockets(),
                sample.scan().census().unidentified(),
                sample.scan().table().size());
    }

    /** The same of an event; its counts by kind add up to the size of the table. */
    static String figures(RecordedEvent usage) {
        return join(
                usage.getInt("openCount"),
                usage.getInt("softLimit"),
                usage.getInt("hardLimit"),
                usage.getInt("headroom"),
                usage.getInt("socketCount"),
                usage.getInt("unidentifiedSocketCount"),
                usage.getInt("socketCount")
                        + usage.getInt("fileCount")
                        + usage.getInt("pipeCount")
                        + usage.getInt("anonInodeCount")
                        + usage.getInt("otherCount"));
    }

    private static String join(long... figures) {
        return LongStream.of(figures).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }
}
