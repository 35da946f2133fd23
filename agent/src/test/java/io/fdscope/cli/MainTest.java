package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void withoutACommandItIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err).hasToString("fdscope: which command? (see 'fdscope --help')\n");
        assertThat(out).hasToString("");
    }

    @Test
    void aTargetThatIsNeitherPidNorAddressIsWrongUsage() {
        assertThat(run("status", "abc")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("fdscope: 'abc' is neither a process id nor a JMX address (host:port or service:jmx:...)"
                        + " (see 'fdscope status --help')\n");
    }

    @Test
    void aProcessThatDoesNotExistFailsWithOneLine() {
        assertThat(run("status", "4194999")).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "fdscope: there is no process 4194999, and no black box of one; 'jps -l' lists the JVMs\n");
        assertThat(out).hasToString("");
    }

    @Test
    void aProcessWithoutUsFailsAndSaysWhatToDo() {
        long pid = ProcessHandle.current().pid();

        assertThat(run("status", Long.toString(pid))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("fdscope: process " + pid + " has no black box under ")
                .endsWith(
                        "that you may read: start it with -javaagent:fdscope.jar, or run this as the user it runs as\n");
    }

    @Test
    void anAddressThatNobodyAnswersFailsWithOneLine() {
        assertThat(run("status", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("fdscope: cannot reach 127.0.0.1:1: ")
                .containsOnlyOnce("\n");
    }

    @Test
    void aFilterThatIsNoneIsWrongUsage() {
        assertThat(run("fds", "1", "--filter", "tpc6")).isEqualTo(2);
        assertThat(err)
                .hasToString("fdscope: filter is no kind, protocol or state of descriptors: 'tpc6'"
                        + " (see 'fdscope fds --help')\n");
    }

    @Test
    void aLimitOutOfRangeIsWrongUsage() {
        assertThat(run("fds", "1", "--limit", "0")).isEqualTo(2);
        assertThat(err).hasToString("fdscope: --limit is a number from 1 to 10000 (see 'fdscope fds --help')\n");
    }

    @Test
    void anOptionThatTheAgentWouldIgnoreIsWrongUsage() {
        assertThat(run("attach", "1", "scna=5s")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("fdscope: unknown option 'scna' ignored; there are enabled, count, scan, ")
                .endsWith(" (see 'fdscope attach --help')\n");
    }

    @Test
    void attachingWantsAProcessId() {
        assertThat(run("attach", "localhost:9010")).isEqualTo(2);
        assertThat(err).hasToString("fdscope: 'localhost:9010' is no process id (see 'fdscope attach --help')\n");
    }

    @Test
    void attachingToNothingFailsWithOneLine() {
        assertThat(run("attach", "4194999")).isEqualTo(1);
        assertThat(err).hasToString("fdscope: there is no process 4194999; 'jps -l' lists the JVMs\n");
    }

    @Test
    void aTimeoutOfNothingIsWrongUsage() {
        for (String verb : List.of("status", "why", "fds", "attach")) {
            assertThat(run(verb, "1", "--timeout", "0")).isEqualTo(2);
        }
        assertThat(err.toString().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("fdscope: --timeout is a number of seconds from 1 (see 'fdscope "));
    }

    @Test
    void aReportOnNothingFailsWithOneLine() {
        assertThat(run("report", "/nowhere/a.jfr")).isEqualTo(1);
        assertThat(err).hasToString("fdscope: there is no file /nowhere/a.jfr\n");
        assertThat(out).hasToString("");
    }

    @Test
    void aReportOnWhatIsNoRecordingFailsWithOneLine(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("a.jfr"), "a text");
        assertThat(run("report", text.toString())).isEqualTo(1);
        assertThat(err).hasToString("fdscope: " + text + " is no flight recording: those begin with the letters FLR\n");
    }

    @Test
    void aReportNeverOverwritesItsRecording(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jfr"), "a text");
        assertThat(run(
                        "report",
                        file.toString(),
                        "-o",
                        folder.resolve("./a.jfr").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("fdscope: the report would overwrite the recording " + file);
        assertThat(file).hasContent("a text");
    }

    @Test
    void aReportHasOneFormatAndAtLeastOneFile() {
        assertThat(run("report", "a.jfr", "--text", "--json")).isEqualTo(2);
        assertThat(run("report")).isEqualTo(2);
        assertThat(run("report", "a.jfr", "b.jfr", "c.jfr")).isEqualTo(2);
    }

    @Test
    void helpGoesToStandardOutput() {
        assertThat(run("status", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: fdscope status", "--json", "--timeout", "PID|URL");
        assertThat(err).hasToString("");
    }
}
