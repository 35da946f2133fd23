package io.fdscope.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.jfr.recording.RecordingReader;
import io.fdscope.recording.ReplayedVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import org.example.leak.CollectedSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program with the agent in it: the guilty line is named, and innocents are let alone. */
final class MatrixIT {
    /** Ten seconds' worth, so that steady growth is seen in live sockets, and mistaken for nothing else in dead ones. */
    private static final int SOCKETS = 200;

    private static final int MOST_TICKS = 240;
    /** Some seventeen seconds. */
    private static final int INNOCENT_TICKS = 34;

    private static final Map<String, Object> NO_DEFECTS = Map.of("FaultCount", 0L, "MissingHooks", List.of());

    /** Those with a test of their own, which asserts more. */
    private static final Set<LeakKind> SPECIAL =
            EnumSet.of(LeakKind.FAILED_BIND, LeakKind.DRUID_AND_CONNECTOR_J, LeakKind.HELD_BY_SELECTOR);

    @TempDir
    private Path folder;

    /** One of each rule and group of states: their recordings are judged as well. */
    private static final Set<LeakKind> RECORDED = EnumSet.of(
            LeakKind.BOUND_CHANNEL,
            LeakKind.CLOSE_WAIT,
            LeakKind.CONNECTED,
            LeakKind.HALF_CLOSED,
            LeakKind.UNIX_DOMAIN);

    static Stream<LeakKind> simple() {
        return LeakKind.possible().filter(kind -> !SPECIAL.contains(kind) && !RECORDED.contains(kind));
    }

    static Stream<LeakKind> recorded() {
        return LeakKind.possible().filter(RECORDED::contains);
    }

    @ParameterizedTest
    @MethodSource("simple")
    @Execution(ExecutionMode.CONCURRENT)
    void theFirstSuspectIsTheGuiltyLine(LeakKind kind) throws Exception {
        try (Peer peer = kind.peer(folder);
                WatchedProgram watched = WatchedProgram.run(folder, kind.program(), peer.address())) {
            leakAndFind(kind, watched);
            assertThat(watched.defects()).isEqualTo(NO_DEFECTS);
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    @Execution(ExecutionMode.CONCURRENT)
    void theRecordingIsJudgedAsTheProcessWas(LeakKind kind) throws Exception {
        try (Peer peer = kind.peer(folder);
                WatchedProgram watched =
                        WatchedProgram.run(folder, kind.program(), peer.address(), "-XX:StartFlightRecording")) {
            leakAndFind(kind, watched);
            assertRecordedAsLive(watched);
            assertThat(watched.defects()).isEqualTo(NO_DEFECTS);
        }
    }

    /** In the same words, to the letter. */
    private void assertRecordedAsLive(WatchedProgram watched) throws Exception {
        watched.scanNoMore();
        String live = watched.verdict();
        Path file = folder.resolve("watched.jfr");
        watched.dump(file);
        ReplayedVerdict recorded = new RecordingReader(file, share -> {})
                .read()
                .content()
                .course()
                .last()
                .orElseThrow();
        assertThat(recorded.words().of(recorded.verdict()) + "\n").isEqualTo(live);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED_BIND", "DRUID_AND_CONNECTOR_J"})
    @Execution(ExecutionMode.CONCURRENT)
    void aCollectionProvesWhatIsDropped(LeakKind kind) throws Exception {
        try (WatchedProgram watched = WatchedProgram.run(folder, kind.program(), "", "-XX:StartFlightRecording")) {
            long tally = leakAndFind(kind, watched).open();
            watched.collect();
            SuspectRow first = first(watched);
            assertThat(first.site()).as(watched.explain()).isEqualTo(kind.frame());
            assertThat(first.open()).as(watched.explain()).isZero();
            assertThat(first.dropped()).as(watched.explain()).isEqualTo(tally);
            assertRecordedAsLive(watched);
            assertThat(watched.defects()).isEqualTo(NO_DEFECTS);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatTheCollectorClosesAllTheTimeIsSuspectThoughNoneIsOpen() throws Exception {
        try (WatchedProgram watched = WatchedProgram.run(folder, CollectedSockets.class, "")) {
            long tally = leakUntilSuspected(watched);
            watched.collect();
            SuspectRow first = first(watched);
            assertThat(first.site())
                    .as(watched.explain())
                    .isEqualTo(LeakLine.in(CollectedSockets.class).frame());
            assertThat(first.cause()).as(watched.explain()).isEqualTo("dropped");
            assertThat(first.dropped()).as(watched.explain()).isEqualTo(tally);
            assertThat(watched.defects()).isEqualTo(NO_DEFECTS);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whatASelectorHoldsShowsWhereItWasClosed() throws Exception {
        LeakKind kind = LeakKind.HELD_BY_SELECTOR;
        try (Peer peer = kind.peer(folder);
                WatchedProgram watched =
                        WatchedProgram.run(folder, kind.program(), peer.address(), "-XX:StartFlightRecording")) {
            SuspectRow first = leakAndFind(kind, watched);
            assertRecordedAsLive(watched);
            assertThat(first.held()).as(watched.explain()).isEqualTo(first.open());
            assertThat(watched.get("HeldAfterCloseCount")).isEqualTo(first.open());
            assertThat(first.closingStack())
                    .as(watched.explain())
                    .anyMatch(frame -> frame.startsWith(kind.program().getName() + ".create("));
            assertThat(watched.defects()).isEqualTo(NO_DEFECTS);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void innocentsAreNeverSuspected(InnocentKind kind) throws Exception {
        try (WatchedProgram watched = WatchedProgram.run(folder, kind.program(), "")) {
            watched.program().start();
            long tally = watched.program().awaitTick();
            for (int ticks = 1; ticks < INNOCENT_TICKS || (tally < kind.leastTally() && ticks < MOST_TICKS); ticks++) {
                assertThat(watched.suspects()).as(watched.explain()).isEmpty();
                tally = watched.program().awaitTick();
            }
            assertThat(watched.program().stop()).isGreaterThanOrEqualTo(kind.leastTally());
            assertThat(watched.freshSuspects()).as(watched.explain()).isEmpty();
            assertThat(watched.defects()).isEqualTo(NO_DEFECTS);
        }
    }

    private static SuspectRow leakAndFind(LeakKind kind, WatchedProgram watched) throws IOException, JMException {
        long tally = leakUntilSuspected(watched);
        SuspectRow first = first(watched);
        assertThat(first.site()).as(watched.explain()).isEqualTo(kind.frame());
        assertThat(first.open()).as(watched.explain()).isEqualTo(tally);
        assertThat(first.cause()).as(watched.explain()).isIn(kind.causes());
        return first;
    }

    /** Returns how many were lost. */
    private static long leakUntilSuspected(WatchedProgram watched) throws IOException, JMException {
        watched.program().start();
        for (int ticks = 0; ticks < MOST_TICKS; ticks++) {
            if (watched.program().awaitTick() >= SOCKETS && !watched.suspects().isEmpty()) {
                return watched.program().stop();
            }
        }
        throw new AssertionError("no suspect: " + watched.explain());
    }

    private static SuspectRow first(WatchedProgram watched) throws IOException, JMException {
        List<SuspectRow> suspects = watched.freshSuspects();
        assertThat(suspects).as(watched.explain()).isNotEmpty();
        return suspects.get(0);
    }
}
