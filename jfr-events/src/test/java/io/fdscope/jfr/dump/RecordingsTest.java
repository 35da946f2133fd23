package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.Await;
import io.fdscope.threshold.AlertLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a flight recorder that is really there, in a process that has descriptors to spare. */
@Timeout(60)
class RecordingsTest extends DumpCase {
    static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0" label="mine">
              <event name="jdk.ThreadStart"><setting name="enabled">true</setting></event>
            </configuration>
            """;

    private long looks;
    private volatile long freeBytes = 1L << 40;
    private final Recordings recordings = new Recordings(sources, () -> freeBytes);

    private static Optional<Recording> ours() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(recording -> recording.getName().equals("fdscope"))
                .filter(recording -> recording.getState() == RecordingState.RUNNING)
                .findAny();
    }

    /** Has it look once more, and says whether the thread that does has nothing to do any more. */
    private boolean hasLooked() {
        looks++;
        recordings.accept(sample(6 * looks));
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread ->
                        thread.getName().equals("fdscope-record") && thread.getState() == Thread.State.TIMED_WAITING);
    }

    private Thread dumping(String name) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                recordings.dump(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        verdictAsked.await();
        return thread;
    }

    @AfterEach
    void nothingOfItIsLeft() {
        verdictReady.countDown();
        guarded = true;
        recordings.close();
        assertThat(ours()).isEmpty();
        assertThat(temporary.toFile().list((folder, name) -> name.startsWith(".")))
                .isEmpty();
    }

    @Test
    void theEndOfTheProcessWaitsForNoDumpAndTheDumpLeavesNothing() throws InterruptedException {
        recordings.record("on");
        recordings.dumpTo(temporary, () -> Duration.ofMinutes(10));
        Thread dump = dumping("slow.jfr");

        recordings.ended();
        assertThat(temporary.resolve("slow.txt")).doesNotExist(); // It has not waited.
        verdictReady.countDown();
        dump.join();
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("slow.jfr", "slow.txt");
    }

    @Test
    void whileADumpIsUnderWayTheDiskIsLookedAt() {
        recordings.record("on");
        assertThat(ours().orElseThrow().isToDisk()).isTrue();
        recordings.dumpTo(temporary, () -> Duration.ofMinutes(10));
        level = AlertLevel.CRITICAL;
        recordings.accept(sample(0));
        Await.until("a dump is under way", () -> verdictAsked.getCount() == 0);

        freeBytes = 0;
        recordings.accept(sample(6));
        Await.until(
                "it goes on in memory",
                () -> ours().filter(one -> !one.isToDisk()).isPresent());
        assertThat(verdictReady.getCount()).isEqualTo(1);
        assertThat(said)
                .containsExactly(
                        "less than 400 MB are free where the flight recorder writes: going on to record in memory");
    }

    @Test
    void aRecordingThatMustNotBeStoppedNowGoesOnAndIsStoppedTheNextTime() {
        recordings.record("on");
        recordings.dumpTo(temporary, () -> Duration.ofMinutes(10));
        guarded = false;
        open = ALL - 3;
        recordings.close();
        assertThat(ours()).isPresent();
        assertThat(said)
                .containsExactly(
                        "the recording 'fdscope' could not be stopped and goes on: with fewer than 16"
                                + " descriptors left, and jfrguard off or not possible, the flight recorder might abort this JVM");
        assertThat(faults.count()).isEqualTo(1);
        assertThat(temporary).isEmptyDirectory();

        guarded = true;
        recordings.close();
        assertThat(ours()).isEmpty();
    }

    @Test
    void closingDoesNotWaitForARecorderThatHangsAndTheRecordingIsStoppedWhenItAnswers() throws InterruptedException {
        HungRecorder hung = new HungRecorder();
        try (Recording other = new Recording()) {
            recordings.record("on");
            hung.begin(other);
            Thread closing = new Thread(recordings::close);
            closing.start();
            closing.join(10_000);

            assertThat(closing.isAlive()).isFalse();
            assertThat(said)
                    .containsExactly("the recording 'fdscope' is still to be stopped,"
                            + " as the flight recorder has been busy for 500 ms");
            hung.end();
            Await.until("it is stopped", () -> ours().isEmpty());
        } finally {
            hung.end();
        }
    }

    @Test
    void aRecordingThatCannotBeginNowBeginsLater() {
        guarded = false;
        open = ALL - 3;
        recordings.record("on");
        assertThat(ours()).isEmpty();
        assertThat(faults.count()).isEqualTo(1);

        open = 10;
        recordings.accept(sample(6));
        Await.until("it has begun", () -> ours().isPresent());
        assertThat(ours().orElseThrow().isToDisk()).isFalse();
    }

    @Test
    void settingsThatCannotBeReadNowAreReadLater() throws IOException {
        Path file = temporary.resolve("mine.jfc"); // Not there yet, which with few descriptors says nothing.
        open = ALL - 3;
        recordings.record(file.toString());
        assertThat(ours()).isEmpty();
        assertThat(said).isEmpty();

        Files.writeString(file, SETTINGS);
        recordings.accept(sample(6));
        Await.until("it has begun", () -> ours().isPresent());
        assertThat(ours().orElseThrow().getSettings()).containsEntry("jdk.ThreadStart#enabled", "true");
        assertThat(said).isEmpty();
    }

    @Test
    void settingsThatThereAreNotAreSaidAndOursTaken() {
        recordings.record("none");
        assertThat(ours().orElseThrow().getSettings()).containsKey("io.fdscope.FileDescriptorUsage#enabled");
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("option 'record': ")
                .endsWith("; going on with on");
        assertThat(faults.count()).isZero();
    }

    @Test
    void theSameFailureIsOneFaultHoweverOftenItIsTriedAgain() {
        guarded = false;
        open = ALL - 3;
        recordings.record("on");
        Await.until("it has been tried again", () -> hasLooked() && guardAsked.get() >= 3);
        assertThat(ours()).isEmpty();
        assertThat(faults.count()).isEqualTo(1);
    }

    @Test
    void aChunkThatSeveralRecordingsHaveTakesRoomOnce() throws IOException {
        Path file = Files.createFile(temporary.resolve("a.jfr"));
        List<Long> asked = new ArrayList<>();
        try (Recording running = new Recording()) {
            running.start();
            try (Recording one = FlightRecorder.getFlightRecorder().takeSnapshot();
                    Recording two = FlightRecorder.getFlightRecorder().takeSnapshot()) {
                assertThat(one.getSize()).isPositive();
                assertThat(two.getSize()).isPositive();
                new Recorded().dump(file, asked::add);
            }
        }
        assertThat(asked).containsExactly(Files.size(file));
    }

    @Test
    void whoHasStoppedItIsNotContradictedAndWhatElseRunsIsDumped() throws IOException {
        recordings.record("on");
        recordings.dumpTo(temporary, () -> Duration.ofMinutes(10));
        ours().orElseThrow().stop();
        Await.until("it has been looked at", this::hasLooked);
        verdictReady.countDown();
        try (Recording other = new Recording()) {
            other.start();
            assertThat(recordings.dump("other.jfr"))
                    .isEqualTo(temporary.resolve("other.jfr").toString());
        }
        assertThat(temporary.resolve("other.jfr")).isNotEmptyFile();
        assertThat(ours()).isEmpty();
        assertThat(faults.count()).isZero();
    }

    @Test
    void ofTheRecordingsThatNobodyAskedForTheLastAreKept() throws IOException {
        verdictReady.countDown();
        recordings.record("on");
        Recorded recorded = new Recorded();
        Instant[] now = {Instant.parse("2026-11-28T17:15:00Z")};
        DumpRules rules = new DumpRules(() -> Duration.ZERO, 2, () -> now[0]);
        DumpWork work = new DumpWork(new DumpFolder(temporary, 4711, RecorderDisk.OF_THIS_JVM), sources, recorded);
        try (FolderDumps dumps = new FolderDumps(sources, work, Runnable::run, rules)) {
            dumps.dump("asked.jfr");
            for (int minute = 0; minute < 4; minute++) {
                now[0] = now[0].plusSeconds(60);
                level = AlertLevel.CRITICAL;
                dumps.accept(sample(0));
                level = AlertLevel.NORMAL;
                dumps.accept(sample(0));
            }
        }
        assertThat(temporary.toFile().list())
                .containsExactlyInAnyOrder(
                        "asked.jfr",
                        "asked.txt",
                        "fdscope-4711-20261128T171800Z.jfr",
                        "fdscope-4711-20261128T171800Z.txt",
                        "fdscope-4711-20261128T171900Z.jfr",
                        "fdscope-4711-20261128T171900Z.txt");
        assertThat(said)
                .filteredOn(line -> line.startsWith("dump:"))
                .containsExactly("dump: the last 2 recordings are kept, and the oldest deleted");
        assertThat(faults.count()).isZero();
    }
}
