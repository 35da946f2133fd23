package io.fdscope.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A flight recorder that needs a new chunk when no descriptor is left. */
class GuardIT {
    private static final int MOST_SNAPSHOTS = 50;
    private static final String NOT_NOW = "no file descriptor left for a chunk of the flight recorder";

    @TempDir
    private Path temporary;

    private RecordingJvm guarded(String options, String... flags) throws IOException {
        return RecordingJvm.guarded(temporary, options, flags);
    }

    private RecordingJvm plain(String... flags) throws IOException {
        return RecordingJvm.plain(temporary, flags);
    }

    /** Ticks, exhausts, rotates in vain, ticks, frees, rotates; then all must be in the recording. */
    private void survives(RecordingJvm jvm) throws IOException {
        jvm.ask("tick 100");
        assertThat(jvm.ask("exhaust")).contains("Too many open files");
        String answer = "taken";
        for (int i = 0;
                i < MOST_SNAPSHOTS && answer.equals("taken");
                i++) { // With what the reserve lends, some may do.
            jvm.ask("exhaust");
            answer = jvm.ask("snapshot");
        }
        assertThat(answer).contains(NOT_NOW);
        assertThat(jvm.ask("tick 100")).isEqualTo("200 in all");

        jvm.ask("free 100");
        jvm.await("snapshot", "taken");
        assertThat(jvm.ask("tick 100")).isEqualTo("300 in all");
        Path file = temporary.resolve("whole.jfr");
        assertThat(jvm.ask("write " + file)).isEqualTo("written");
        assertThat(RecordingJvm.ticks(file)).hasSize(300);
        assertThat(jvm.ask("get FaultCount")).isEqualTo("0");
        assertThat(jvm.ask("get MissingHooks")).isEmpty();
        assertThat(jvm.last("exit")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trace=off", "reserve=0"})
    void theJvmSurvivesAndNoEventIsLost(String options) throws IOException {
        try (RecordingJvm jvm = guarded(options)) {
            jvm.ready().ask("record disk");
            survives(jvm);
        }
    }

    @Test
    void aRecordingStartedByAFlagIsGuardedToo() throws IOException {
        try (RecordingJvm jvm = guarded("", "-XX:StartFlightRecording:disk=true,settings=default")) {
            jvm.ready().ask("record disk");
            survives(jvm);
        }
    }

    @Test
    void aRecordingStartedByJcmdIsGuardedToo() throws IOException {
        try (RecordingJvm jvm = guarded("")) {
            jvm.ready();
            assertThat(jcmd(jvm, "JFR.start", "disk=true", "settings=default")).contains("Started recording");
            jvm.ask("record disk");
            survives(jvm);
        }
    }

    @Test
    void attachedLateItGuardsARecordingThatRunsAlready() throws IOException {
        try (RecordingJvm jvm = plain()) {
            jvm.ask("record disk");
            load(jvm, "");
            survives(jvm.ready());
        }
    }

    @Test
    void withoutItTheSameProgramIsAborted() throws IOException {
        try (RecordingJvm jvm = plain()) {
            assertThat(jvm.ask("record disk")).isEqualTo("started");
            assertThat(jvm.last("snapshots " + MOST_SNAPSHOTS)).isEqualTo(RecordingJvm.ABORTED);
        }
    }

    @Test
    void switchedOffItLeavesTheRecorderAsItWasAndSwitchedOnItGuardsAgain() throws IOException {
        try (RecordingJvm jvm = guarded("reserve=0")) {
            jvm.ready().ask("record disk");
            jvm.ask("exhaust");
            assertThat(jvm.ask("snapshot")).contains(NOT_NOW);
            jvm.ask("free 20");
            load(jvm, "jfrguard=off");
            load(jvm, "jfrguard=on");
            jvm.ask("exhaust");
            assertThat(jvm.ask("snapshot")).contains(NOT_NOW);
            jvm.ask("free 20");
            load(jvm, "jfrguard=off");
            assertThat(jvm.last("snapshots " + MOST_SNAPSHOTS)).isEqualTo(RecordingJvm.ABORTED);
        }
    }

    @Test
    void closedItLeavesTheRecorderAsItWas() throws IOException {
        try (RecordingJvm jvm = guarded("reserve=0")) {
            jvm.ready().ask("record disk");
            load(jvm, "enabled=false");
            jvm.await("get FaultCount", "no bean");
            assertThat(jvm.last("snapshots " + MOST_SNAPSHOTS)).isEqualTo(RecordingJvm.ABORTED);
        }
    }

    @Test
    void anyOtherFailureIsLeftToTheRecorder() throws IOException {
        Path repository = Files.createDirectory(temporary.resolve("repository"));
        try (RecordingJvm jvm = guarded("", "-XX:FlightRecorderOptions:repository=" + repository)) {
            assertThat(jvm.ready().ask("record disk")).isEqualTo("started");
            delete(repository);
            Files.createFile(repository);
            assertThat(jvm.last("snapshot")).isEqualTo(RecordingJvm.ABORTED);
            assertThat(jvm.process().heard()).anyMatch(line -> line.contains("Could not create chunk in repository"));
        }
    }

    @Test
    void aRecordingStartedWithOneDescriptorLeftComesToItsFileLater() throws IOException {
        Path file = temporary.resolve("late.jfr");
        try (RecordingJvm jvm = guarded("reserve=0")) {
            startWithOneLeft(jvm.ready());
            jvm.ask("tick 100");
            jvm.ask("free 20");
            jvm.await("snapshot", "taken"); // Not empty: what was in memory is in a chunk.
            assertThat(jvm.ask("write " + file)).isEqualTo("written");
            assertThat(RecordingJvm.ticks(file)).hasSize(100);
            assertThat(jvm.ask("get FaultCount")).isEqualTo("0");
        }
    }

    @Test
    void withoutItSuchARecordingStaysEmpty() throws IOException {
        Path file = temporary.resolve("never.jfr");
        try (RecordingJvm jvm = plain()) {
            startWithOneLeft(jvm);
            jvm.ask("tick 100");
            jvm.ask("free 20");
            assertThat(jvm.ask("write " + file)).isEqualTo("written");
            assertThat(file).isEmptyFile();
        }
    }

    /** So that both it and the recorder have been used before. */
    private static void startWithOneLeft(RecordingJvm jvm) throws IOException {
        jvm.ask("snapshot");
        jvm.ask("exhaust");
        jvm.ask("free 1");
        assertThat(jvm.ask("record disk")).isEqualTo("started");
    }

    @Test
    void aDumpThatFailsLeavesNoRecordingBehindThatRunsOn() throws IOException {
        Path whole = temporary.resolve("whole.jfr");
        try (RecordingJvm jvm = guarded("reserve=0")) {
            jvm.ready().ask("record disk");
            assertThat(jvm.ask("jcmd " + temporary.resolve("first.jfr"))).startsWith("Dumped recording");
            jvm.ask("tick 100");
            for (int i = 0; i < 3; i++) {
                jvm.ask("exhaust");
                assertThat(jvm.ask("jcmd " + temporary.resolve("failed.jfr"))).contains(NOT_NOW);
            }
            jvm.await("recordings", "RUNNING");
            jvm.ask("free 100");
            assertThat(jvm.ask("jcmd " + whole)).startsWith("Dumped recording");
            assertThat(jvm.ask("recordings")).isEqualTo("RUNNING");
            assertThat(RecordingJvm.ticks(whole)).hasSize(100);
            assertThat(jvm.ask("get FaultCount")).isEqualTo("0");
            assertThat(jvm.last("exit")).isZero();
        }
    }

    @Test
    void twoRecordingsThatAreToBeWrittenAtExitAreWritten() throws IOException {
        Path one = temporary.resolve("one.jfr");
        Path two = temporary.resolve("two.jfr");
        String flag = "-XX:StartFlightRecording:settings=default,dumponexit=true,filename=";
        try (RecordingJvm jvm = guarded("", flag + one, flag + two)) {
            jvm.ready().ask("tick 100");
            jvm.ask("exhaust");
            assertThat(jvm.last("exit")).isZero();
            assertThat(RecordingJvm.ticks(one)).hasSize(100);
            assertThat(RecordingJvm.ticks(two)).hasSize(100);
        }
    }

    private static void load(RecordingJvm jvm, String options) throws IOException {
        assertThat(jcmd(jvm, "JVMTI.agent_load", AgentHost.JAR.toString(), '"' + options + '"'))
                .contains("return code: 0");
        if (!options.isEmpty()) {
            jvm.process().await("fdscope: runs already");
        }
    }

    private static String jcmd(RecordingJvm jvm, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString()));
        command.add(Long.toString(jvm.process().pid()));
        command.addAll(List.of(words));
        return String.join("\n", ForkedProcess.run(command.toArray(String[]::new)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
