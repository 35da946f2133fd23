package io.fdscope.examples.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real demo, from outside: when it is stopped, killed, or does not find what it needs. */
final class DemoEndIT {
    private static final String MIDWAY = "(?m)^ +\\d+ s +\\d+ / 500 .* 1\\d\\d ";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalMidwayLeavesNothingBehind(String signal, int exitCode) throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            demo.awaitOutput(MIDWAY).signal(signal);
            assertThat(demo.awaitExit()).isEqualTo(exitCode);
            assertThat(ProcessHandle.of(demo.servicePid())).isEmpty();
            assertThat(demo.blackBoxOfService()).isEmpty();
            assertThat(demo.leftBehind()).isEmpty();
            assertThat(DemoRun.filesIn(folder)).isEmpty();
            assertThat(demo.output()).endsWith("Stopped; nothing is left behind.\n");
        }
    }

    @Test
    void theServiceEndsByItselfWhenTheDemoIsKilled() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            demo.awaitOutput(MIDWAY).signal("KILL");
            demo.awaitServiceGone();
            assertThat(demo.blackBoxOfService()).isEmpty();
            assertThat(demo.leftBehind()).isEmpty();
            assertThat(DemoRun.filesIn(folder)).isEmpty();
        }
    }

    @Test
    void theServiceLeavesNothingBehindEvenWhereItHasNoDescriptorLeft() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of())) {
            demo.awaitOutput("No descriptor left").signal("KILL");
            demo.awaitServiceGone();
            assertThat(demo.leftBehind()).isEmpty();
        }
    }

    @Test
    void whatIsNotInstalledIsSaidAndTheDemoGoesOn() throws Exception {
        try (DemoRun demo = DemoRun.byJar(folder, output(), Map.of("PATH", "/nonexistent"))) {
            assertThat(demo.awaitExit()).as(demo.output()).isZero();
            assertThat(demo.output()).containsPattern("lsof -nP -p \\d+ +not installed");
            assertThat(demo.output()).containsPattern("ss -s +not installed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "a folder of that name"})
    void aRecordingThatCannotBeWrittenIsSaidBeforeAnythingStarts(String where) throws Exception {
        Path working = where.startsWith("/") ? Path.of(where) : folder;
        Files.createDirectory(folder.resolve("fdscope-demo.jfr"));
        try (DemoRun demo = DemoRun.byJar(working, output(), Map.of())) {
            assertThat(demo.awaitExit()).isEqualTo(1);
            assertThat(demo.output())
                    .startsWith("fdscope: the demo failed: cannot write " + working + "/fdscope-demo.jfr")
                    .hasLineCount(1);
            assertThat(demo.leftBehind()).isEmpty();
        }
    }

    private Path output() {
        return elsewhere.resolve("output");
    }
}
