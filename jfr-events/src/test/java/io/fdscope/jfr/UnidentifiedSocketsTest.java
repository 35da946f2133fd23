package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event of each unidentified socket, written twice: at the start and the end of a recording. */
class UnidentifiedSocketsTest {
    private final Faults faults = new Faults();
    private final AlertMonitor alerts = new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%"));
    private Sample sample = Samples.unidentified(3);
    private final FlightRecorderEvents events = FlightRecorderEvents.install(
            new EventSources(() -> sample, alerts, LeakSources.NONE, faults), new Announcer(line -> {}));

    @TempDir
    Path folder;

    @AfterEach
    void nothingFailed() {
        events.close();
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void anUnidentifiedSocketTellsWhatIsKnownOfIt() throws IOException {
        List<RecordedEvent> written = record();
        assertThat(written).hasSize(6);
        assertThat(numbers(written.subList(0, 3))).containsExactly(100, 101, 102);
        RecordedEvent first = written.get(0);
        assertThat(first.getLong("inode")).isEqualTo(5000);
        assertThat(first.getString("protocol")).isNull();
        assertThat(first.getString("socketState")).isEqualTo("UNIDENTIFIED");
        assertThat(first.getString("localAddress")).isNull();
        assertThat(first.getDuration("age")).isEqualTo(Duration.ofSeconds(45));
        assertThat(first.getLong("creationId")).isZero();
        assertThat(first.getInstant("creationTime")).isEqualTo(Instant.MIN);
        assertThat(first.getString("cause")).isNull();
        assertThat(first.getInt("leftOutCount")).isZero();
    }

    @Test
    void beyondAThousandUnidentifiedSocketsTheRestIsCounted() throws IOException {
        sample = Samples.unidentified(2500);
        List<RecordedEvent> written = record();
        assertThat(written).hasSize(2 * 1000);
        assertThat(written).extracting(event -> event.getInt("leftOutCount")).containsOnly(1500);
        assertThat(numbers(written)).contains(100, 1099).doesNotContain(1100);
    }

    @Test
    void aSocketThatIsClosedOrConnectedByNowHasNoEventAndMakesRoom() throws IOException {
        sample = Samples.completedBy(Samples.unidentified(1100), UnidentifiedSocketsTest::now);
        List<RecordedEvent> written = record();
        assertThat(written).hasSize(2 * 1000);
        assertThat(numbers(written)).contains(102, 1101).doesNotContain(100, 101, 1102);
        assertThat(written).extracting(event -> event.getInt("leftOutCount")).containsOnly(98);
        assertThat(written).extracting(event -> event.getString("cause")).containsOnly(Cause.RESET.text());
    }

    /** Number 100 is closed and 101 connected; the rest is as it was. */
    private static Optional<Descriptor> now(Descriptor row) {
        return switch (row.fd()) {
            case 100 -> Optional.empty();
            case 101 -> Optional.of(row.with(SocketState.ESTABLISHED, new EndpointPair(), Cause.UNKNOWN));
            default -> Optional.of(row.with(row.state(), new EndpointPair(), Cause.RESET));
        };
    }

    private List<RecordedEvent> record() throws IOException {
        Recording recording = Recorded.only(UnidentifiedSocketEvent.class);
        recording.start();
        return Recorded.stop(recording, folder);
    }

    private static List<Integer> numbers(List<RecordedEvent> events) {
        return events.stream().map(event -> event.getInt("fd")).toList();
    }
}
