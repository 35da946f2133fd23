package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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
    void helpGoesToStandardOutput() {
        assertThat(run("status", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: fdscope status", "--json", "--timeout", "PID|URL");
        assertThat(err).hasToString("");
    }
}
