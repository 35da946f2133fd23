package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static Recording listed() {
        Recording snapshot = new Recording();
        snapshot.setName("Snapshot");
        return snapshot;
    }

    /** What the recorder does where it has no descriptor for a chunk. */
    private static Recording fail() {
        listed();
        throw new IllegalStateException("no file descriptor left");
    }

    private static List<Recording> snapshots() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(recording -> recording.getName().equals("Snapshot"))
                .toList();
    }

    @Test
    void aSnapshotThatCannotBeTakenLeavesNothingInTheRecordersList() {
        try (Recording ofAnother = listed()) {
            assertThatThrownBy(() -> Rotation.takeSnapshot(RotationTest::fail)).hasMessage("no file descriptor left");
            assertThat(snapshots()).containsExactly(ofAnother);
        }
    }

    @Test
    void itBeginsANewChunkAndLeavesNothingEither() {
        try (Recording recording = new Recording()) {
            recording.start();
            assertThat(recording.getSize()).isZero(); // Its only chunk is being written.
            Rotation.force();
            assertThat(recording.getSize()).isPositive();
            assertThat(snapshots()).isEmpty();
        }
    }
}
