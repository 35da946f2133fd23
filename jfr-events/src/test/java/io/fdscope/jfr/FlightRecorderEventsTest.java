package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.leak.LeakSources;
import io.fdscope.leak.SuspectState;
import io.fdscope.origin.TracingControl;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderEventsTest {
    private final Faults faults = new Faults();
    private final AlertMonitor alerts = new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%"));
    private final FakeVerdicts verdicts = new FakeVerdicts();
    private LeakSources leaks = verdicts.sources();
    private final List<String> said = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Sample sample = Samples.unidentified(3);
    private long expectedFaults;
    private FlightRecorderEvents events = install();

    @TempDir
    Path folder;

    @AfterEach
    void nothingFailed() {
        events.close();
        assertThat(faults.count()).as("%s", faults.byKind()).isEqualTo(expectedFaults);
        assertThat(said).isEmpty();
    }

    @Test
    void theSampleIsAskedForOncePerEventAndNotForDisabledOnes() throws Exception {
        Semaphore asks = new Semaphore(0);
        events.close();
        events = FlightRecorderEvents.install(
                new EventSources(
                        () -> {
                            asks.release();
                            return next();
                        },
                        alerts,
                        verdicts.sources(),
                        faults),
                new Announcer(said::add));
        Recording recording = Recorded.only(SystemFileUsageEvent.class);
        recording.enable(SystemFileUsageEvent.class).withPeriod(Duration.ofMillis(20));
        recording.start();
        assertThat(asks.tryAcquire(5, 30, TimeUnit.SECONDS)).isTrue();
        List<RecordedEvent> written = Recorded.stop(recording, folder);
        // The stop may fall between an ask and its event.
        assertThat(asked.get() - written.size()).isBetween(0, 1);
        assertThat(written).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void nothingIsAskedForInARecordingWithoutOurEvents() throws IOException {
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.disable(FileDescriptorUsageEvent.class);
        recording.start();
        assertThat(Recorded.stop(recording, folder)).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void beforeTheFirstSampleThereIsNoEvent() throws IOException {
        sample = Sample.NONE;
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.start();
        assertThat(Recorded.stop(recording, folder)).isEmpty();
        assertThat(asked.get()).isPositive();
    }

    @Test
    void unknownAndUnlimitedReadAsTheContractSays() throws IOException {
        Reading reading = new Reading(
                1,
                System.nanoTime(),
                -1,
                new Limits(Limits.UNLIMITED, -1),
                Sample.NONE.reading().systemFiles(),
                Sample.NONE.reading().sockets());
        sample = Samples.of(reading, Scan.NONE, Trend.UNKNOWN);
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.start();
        assertThat(Recorded.stop(recording, folder)).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getInt("openCount")).isEqualTo(-1);
            assertThat(event.getInt("softLimit")).isEqualTo(Integer.MAX_VALUE);
            assertThat(event.getInt("hardLimit")).isEqualTo(-1);
            assertThat(event.getFloat("utilization")).isNaN();
            assertThat(event.getDouble("growthPerMinute")).isNaN();
            assertThat(event.getDuration("timeToExhaustion")).isEqualTo(Duration.ofSeconds(Long.MIN_VALUE, 0));
        });
    }

    @Test
    void aSamplerThatHangsDoesNotLookAlive() throws IOException {
        Reading hourAgo = new Reading(
                1,
                System.nanoTime() - TimeUnit.HOURS.toNanos(1),
                100,
                new Limits(1000, 1000),
                Sample.NONE.reading().systemFiles(),
                Sample.NONE.reading().sockets());
        sample = Samples.of(hourAgo, Samples.unidentified(1).scan(), Trend.UNKNOWN);
        for (var type : List.of(FileDescriptorUsageEvent.class, UnidentifiedSocketEvent.class)) {
            int askedBefore = asked.get();
            Recording recording = Recorded.only(type);
            recording.start();
            assertThat(Recorded.stop(recording, folder)).as(type.getName()).hasSize(1);
            assertThat(asked.get() - askedBefore).isEqualTo(2);
        }
    }

    @Test
    void anUnidentifiedSocketTellsItsCreationUnlessThatIsYoungerThanTheScan() throws IOException {
        events.close();
        leaks = new LeakSources(
                verdicts,
                verdict -> "",
                fd -> fd == 100 ? ExampleVerdicts.creation(fd) : ExampleVerdicts.laterCreation(fd),
                TracingControl.NONE);
        events = install();
        Recording recording = Recorded.only(UnidentifiedSocketEvent.class);
        recording.start();
        List<RecordedEvent> written = Recorded.stop(recording, folder);
        RecordedEvent traced = written.get(0);
        assertThat(traced.getLong("creationId")).isEqualTo(4711);
        assertThat(traced.getInstant("creationTime")).isEqualTo(Instant.ofEpochMilli(ExampleVerdicts.CREATED));
        assertThat(traced.getDuration("age")).isEqualTo(Duration.ofSeconds(10));
        RecordedEvent reused = written.get(1);
        assertThat(reused.getLong("creationId")).isZero();
        assertThat(reused.getInstant("creationTime")).isEqualTo(Instant.MIN);
        assertThat(reused.getDuration("age")).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aSuspectIsAnEventOnceAPeriodAndWhenItComesUpAndIsCleared() throws IOException {
        verdicts.says(ExampleVerdicts.standing(3190));
        Recording recording = Recorded.only(LeakSuspectEvent.class);
        recording.start();
        verdicts.suspect(ExampleVerdicts.suspect(SuspectState.STANDING, 10, 0));
        verdicts.says(ExampleVerdicts.cleared());
        verdicts.clear(ExampleVerdicts.suspect(SuspectState.CLEARED, 0, 3202));
        List<RecordedEvent> written = Recorded.stop(recording, folder);

        assertThat(written)
                .extracting(event -> event.getInt("openCount") + " " + event.getString("suspectState"))
                .containsExactly("3190 standing", "10 standing", "0 cleared");
        assertThat(written.get(0).toString().replaceAll("(startTime|eventThread) = .*\n\\s*", ""))
                .isEqualToNormalizingWhitespace("""
                io.fdscope.LeakSuspect {
                  site = "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)"
                  stackText = "java.net.Socket.bind(Socket.java:681)
                com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)
                com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1688)"
                  creatingThread = "Druid-ConnectionPool-Create-123"
                  openCount = 3190
                  unidentifiedSocketCount = 3190
                  heldAfterCloseCount = 0
                  droppedWithoutCloseCount = 12
                  oldestAge = 45.0 s
                  growthPerMinute = 812.5
                  endpoints = "db-1:3306 (3190)"
                  cause = "bound but never connected, and not closed"
                  suspectState = "standing"
                }
                """);
        assertThat(written.get(2).getDuration("oldestAge")).isEqualTo(Duration.ofSeconds(Long.MIN_VALUE, 0));
        assertThat(written.get(2).getString("endpoints")).isNull();
    }

    @Test
    void theUsageShowsWhatIsHeldAfterClose() throws IOException {
        verdicts.says(ExampleVerdicts.standing(3190));
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.start();
        assertThat(Recorded.stop(recording, folder))
                .extracting(event -> event.getInt("heldAfterCloseCount"))
                .containsOnly(5);
    }

    @Test
    void aChangeOfLevelIsOneEvent() throws IOException {
        Recording recording = Recorded.only(UtilizationAlertEvent.class);
        recording.start();
        for (int open : new int[] {100, 800, 810, 950, 10}) {
            Reading reading = Samples.reading(open, new Limits(1000, 1000));
            alerts.accept(Samples.of(reading, Scan.NONE, Trend.UNKNOWN));
        }
        assertThat(Recorded.stop(recording, folder))
                .extracting(event ->
                        event.getString("level") + " " + event.getInt("openCount") + " of " + event.getInt("softLimit"))
                .containsExactly("warn 800 of 1000", "critical 950 of 1000", "recovered 10 of 1000");
    }

    @Test
    void aFaultIsAnEventOfItsOwnAndIsRepeatedWithItsCount() throws IOException {
        faults.record(Edge.SINK, new IllegalStateException("before the recording"));
        Recording recording = Recorded.only(MonitorFaultEvent.class);
        recording.start();
        faults.record(Edge.SAMPLING, new IOException("no more"));
        faults.record(Edge.SAMPLING, new IOException("and again"));
        expectedFaults = 3;
        assertThat(Recorded.stop(recording, folder))
                .extracting(event -> event.getString("edge") + " " + event.getInt("faultCount") + " "
                        + event.getString("fault").replaceAll(" at .*", ""))
                .containsExactly(
                        "sink 1 java.lang.IllegalStateException: before the recording",
                        "sampling 1 java.io.IOException: no more",
                        "sink 1 java.lang.IllegalStateException: before the recording",
                        "sampling 2 java.io.IOException: no more");
    }

    @Test
    void whatFailsInAHookIsCountedAndTheRecordingGoesOn() throws IOException {
        events.close();
        events = FlightRecorderEvents.install(
                new EventSources(
                        () -> {
                            throw new UncheckedIOException(new IOException("broken"));
                        },
                        alerts,
                        verdicts.sources(),
                        faults),
                new Announcer(said::add));
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.enable(MonitorFaultEvent.class);
        recording.start();
        assertThat(Recorded.stop(recording, folder))
                .extracting(event -> event.getEventType().getName())
                .containsOnly("io.fdscope.MonitorFault");
        expectedFaults = faults.count("jfr: java.io.UncheckedIOException");
        assertThat(expectedFaults).isPositive();
    }

    @Test
    void closeTakesEverythingBackAndWhatWasRecordedStays() throws IOException {
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.enable(UtilizationAlertEvent.class);
        recording.enable(MonitorFaultEvent.class);
        recording.start();
        events.close();
        int askedUntilClosed = asked.get();
        alerts.accept(Samples.of(Samples.reading(990, new Limits(1000, 1000)), Scan.NONE, Trend.UNKNOWN));
        faults.record(Edge.SINK, new IllegalStateException("after close"));
        expectedFaults = 1;
        assertThat(known()).isEmpty();
        assertThat(Recorded.stop(recording, folder))
                .hasSize(askedUntilClosed)
                .extracting(event -> event.getEventType().getName())
                .containsOnly("io.fdscope.FileDescriptorUsage");
        assertThat(asked).hasValue(askedUntilClosed);
    }

    @Test
    void canBeInstalledAgainAfterClose() throws IOException {
        FlightRecorder.getFlightRecorder();
        events.close();
        events.close();
        events = install();
        assertThat(known()).hasSize(EventHooks.types().size());
        Recording recording = Recorded.only(FileDescriptorUsageEvent.class);
        recording.start();
        assertThat(Recorded.stop(recording, folder)).hasSize(asked.get()).isNotEmpty();
    }

    private static List<String> known() {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(type -> type.getName())
                .filter(name -> name.startsWith("io.fdscope."))
                .toList();
    }

    private FlightRecorderEvents install() {
        return FlightRecorderEvents.install(
                new EventSources(this::next, alerts, leaks, faults), new Announcer(said::add));
    }

    private Sample next() {
        asked.incrementAndGet();
        return sample;
    }
}
