package io.fdscope.jfr.dump;

import io.fdscope.jfr.Rotation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** What there is to be dumped: our own recording, or whatever else runs. Thread safe. */
class Recorded {
    private Optional<ContinuousRecording> ours = Optional.empty();

    synchronized void set(Optional<ContinuousRecording> recording) {
        ours = recording;
    }

    synchronized Optional<ContinuousRecording> ours() {
        return ours;
    }

    /** @throws UnsupportedOperationException if nothing is recorded */
    void check() {
        if (!anyRuns()) {
            throw new UnsupportedOperationException(
                    "nothing is recorded, so there is nothing to dump: start fdscope with record=on, or a recording");
        }
    }

    /** Does not bring a recorder to life that nobody has used. */
    private static boolean anyRuns() {
        return all().anyMatch(recording -> recording.getState() == RecordingState.RUNNING);
    }

    /** The recorder's own for a dump that has just failed are null. */
    private static Stream<Recording> all() {
        return FlightRecorder.isInitialized()
                ? FlightRecorder.getFlightRecorder().getRecordings().stream().filter(Objects::nonNull)
                : Stream.empty();
    }

    /**
     * Writes it. Of other recordings a snapshot is taken and read as a stream: the recorder itself would hold its lock until
     * all is written, and with that the end of the JVM.
     *
     * @param room is told how much it will be, before it is written; of our own recording without the present chunk
     * @throws IOException if it cannot be written, or there is no room for it
     * @throws RuntimeException if the recorder cannot
     */
    void dump(Path file, Room room) throws IOException {
        Optional<ContinuousRecording> own = ours().filter(ContinuousRecording::isRunning);
        if (own.isPresent()) {
            room.check(own.get().bytes());
            own.get().dump(file);
            return;
        }
        try (Recording snapshot = Rotation.takeSnapshot();
                InputStream chunks = snapshot.getStream(null, null)) {
            if (chunks == null) {
                throw new IOException("the flight recorder has nothing on disk yet");
            }
            room.check(snapshot.getSize()); // Chunks that several recordings have are in it once.
            try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                chunks.transferTo(to);
            }
        }
    }
}
