package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.fault.Faults;
import io.fdscope.jfr.recording.RecordingReader;
import io.fdscope.leak.Judged;
import io.fdscope.leak.VerdictText;
import io.fdscope.origin.TracingControl;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written at each judgement, really recorded and read back, is judged the same. */
class EvidenceEventsTest {
    private static final long PID = ProcessHandle.current().pid();
    private static final int SCANS = 40;

    @TempDir
    Path folder;

    private final Faults faults = new Faults();
    private final EvidenceEvents events = new EvidenceEvents(
            () -> Samples.of(RandomProcess.reading(1, 1), Scan.NONE, Trend.UNKNOWN),
            new IncompleteTracing(),
            new JfrEdge(faults));
    private final List<String> live = new ArrayList<>();

    /** Of what it lacks only one is a place to trace. */
    private static final class IncompleteTracing implements TracingControl {
        @Override
        public int activeHooks() {
            return 36;
        }

        @Override
        public List<String> missingHooks() {
            return List.of("Net.accept", "flight recorder: file of a chunk");
        }

        @Override
        public int missingPlaces() {
            return 1;
        }

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public void enable() {}

        @Override
        public void disable() {}
    }

    @BeforeEach
    void register() {
        EventHooks.types().forEach(FlightRecorder::register);
        FlightRecorder.addPeriodicEvent(CreationSiteEvent.class, events);
    }

    @AfterEach
    void nothingFailed() {
        FlightRecorder.removePeriodicEvent(events);
        EventHooks.types().forEach(FlightRecorder::unregister);
        assertThat(faults.byKind()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverWasJudgedIsJudgedAgainInTheSameWords(long seed) throws IOException {
        Recording recording = record();
        play(new RandomProcess(seed, 6), 1, SCANS);
        RecordingContent content = read(recording);

        assertThat(content.incompleteScans()).isZero();
        assertThat(replayed(content)).isEqualTo(live.get(SCANS - 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aRecordingThatBeganLaterGoesOnFromWhatWasKnown(long seed) throws IOException {
        RandomProcess process = new RandomProcess(seed, 6);
        play(process, 1, SCANS / 2);
        Recording recording = record();
        play(process, SCANS / 2 + 1, SCANS);
        RecordingContent content = read(recording);

        assertThat(content.incompleteScans()).isZero();
        assertThat(standing(replayed(content))).isEqualTo(standing(live.get(SCANS - 1)));
    }

    @Test
    void aRecordingWithoutAScanHoldsTheLastOneBefore() throws IOException {
        play(new RandomProcess(21, 6), 1, SCANS);
        RecordingContent content = read(record());

        assertThat(standing(replayed(content))).isEqualTo(standing(live.get(SCANS - 1)));
    }

    @Test
    void noMoreThanTwoHundredSitesAreWrittenWithAScanAndTheRestIsCounted() throws IOException {
        Recording recording = record();
        play(new RandomProcess(31, 205), 1, 2);
        RecordingContent content = read(recording);

        assertThat(content.eventCounts()).containsEntry(EventNames.SITE_EVIDENCE, 400L);
        assertThat(content.course().last().map(ReplayedVerdict::leftOut)).contains(5L);
    }

    private static String replayed(RecordingContent content) {
        ReplayedVerdict last = content.course().last().orElseThrow();
        return last.words().of(last.verdict());
    }

    /** What was cleared before the recording is told with counts of later; all else is the same. */
    private static List<String> standing(String text) {
        return List.of(text.split("\n\n")).stream()
                .filter(part -> !part.startsWith("Cleared"))
                .toList();
    }

    private static Recording record() {
        Recording recording = new Recording();
        recording.enable(EventNames.LEAK_EVIDENCE);
        recording.enable(EventNames.SITE_EVIDENCE);
        recording.enable(EventNames.CREATION_SITE).with("period", "beginChunk");
        recording.start();
        return recording;
    }

    private RecordingContent read(Recording recording) throws IOException {
        Path file = folder.resolve(recording.getId() + ".jfr");
        recording.stop();
        recording.dump(file);
        recording.close();
        return new RecordingReader(file, share -> {}).read().content();
    }

    private void play(RandomProcess process, int from, int to) {
        for (int scan = from; scan <= to; scan++) {
            Judged judged = process.next(scan);
            events.judged(judged);
            live.add(new VerdictText(PID, new IncompleteTracing()::missingPlaces)
                    .of(judged.judgement().verdict()));
        }
    }
}
