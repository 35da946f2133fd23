package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whatever goes wrong is UNKNOWN, in one line on stdout: nothing else is read by who calls it. */
class CheckUsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void aThresholdThatIsNoneIsUnknown() {
        assertThat(run("check", "1", "--critical", "+200")).isEqualTo(3);

        assertThat(out)
                .hasToString(
                        "FDSCOPE UNKNOWN - '+200' is no threshold: use a share of the limit (80%), a number of"
                                + " descriptors (5000), a growth (+200/min), or several joined by a vertical bar (see 'fdscope check --help')\n");
        assertThat(err).hasToString("");
    }

    @Test
    void withoutAProcessItIsUnknown() {
        assertThat(run("check")).isEqualTo(3);

        assertThat(out)
                .hasToString("FDSCOPE UNKNOWN - Missing required parameter: 'PID URL' (see 'fdscope check --help')\n");
        assertThat(err).hasToString("");
    }

    @Test
    void anOptionThatDoesNotExistIsUnknown() {
        assertThat(run("check", "1", "--wran", "80%")).isEqualTo(3);

        assertThat(out.toString())
                .startsWith("FDSCOPE UNKNOWN - Unknown option")
                .containsOnlyOnce("\n");
    }

    @Test
    void noTimeIsTooShortToBeStale() {
        assertThat(run("check", "1", "--stale", "0")).isEqualTo(3);

        assertThat(out)
                .hasToString("FDSCOPE UNKNOWN - --stale is a number of seconds from 1 (see 'fdscope check --help')\n");
    }

    @Test
    void aProcessThatDoesNotExistIsUnknown() {
        assertThat(run("check", "4194999")).isEqualTo(3);

        assertThat(out)
                .hasToString("FDSCOPE UNKNOWN - there is no process 4194999, and no black box of one; 'jps -l' lists"
                        + " the JVMs\n");
        assertThat(err).hasToString("");
    }

    @Test
    void asJsonItIsUnknownToo() {
        assertThat(run("check", "--json", "4194999")).isEqualTo(3);

        assertThat(out).hasToString("""
                {
                  "target" : "4194999",
                  "source" : "black box",
                  "note" : "",
                  "state" : "UNKNOWN",
                  "exitCode" : 3,
                  "text" : "there is no process 4194999, and no black box of one; 'jps -l' lists the JVMs",
                  "countByKind" : { },
                  "socketCountByState" : { },
                  "suspects" : [ ]
                }
                """);
    }

    @Test
    void helpIsPrintedAndFine() {
        assertThat(run("check", "--help")).isZero();

        assertThat(out.toString()).contains("Usage: fdscope check", "--warn", "--critical", "--leaks", "--stale");
    }
}
