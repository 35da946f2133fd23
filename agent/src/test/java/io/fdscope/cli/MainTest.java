package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .endsWith(" that you may read: 'fdscope attach " + pid
                        + "' puts fdscope into it, or start it with -javaagent:fdscope.jar; the black box is"
                        + " there two seconds later\n");
    }

    @Test
    void anAddressThatNobodyAnswersFailsWithOneLine() {
        assertThat(run("status", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "fdscope: cannot reach 127.0.0.1:1: Connection refused; does a JVM run there that was started"
                                + " with -Dcom.sun.management.jmxremote.port=PORT?\n");
    }

    @Test
    void attachingToNothingFailsWithOneLine() {
        assertThat(run("attach", "4194999")).isEqualTo(1);
        assertThat(err).hasToString("fdscope: there is no process 4194999; 'jps -l' lists the JVMs\n");
    }

    @Test
    void aHostThatThereIsNotFailsWithOneLine() {
        assertThat(run("why", "nowhere.invalid:9010", "--json")).isEqualTo(1);
        assertThat(err).hasToString("fdscope: cannot reach nowhere.invalid:9010: there is no host of that name\n");
    }

    @Test
    void anUrlThatIsNoneFailsWithOneLine() {
        assertThat(run("top", "service:jmx:")).isEqualTo(1);
        assertThat(err).hasToString("fdscope: 'service:jmx:' is no JMX URL: use host:port or service:jmx:...\n");
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
