package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ScreenTest {
    private static final String HOSTILE = "a\u001b[2Jb\r\u009b31m\u0007\tc\u007f\nd";
    private static final String TAMED = "a [2Jb  31m  c \nd";

    private final StringWriter shown = new StringWriter();

    @Test
    void whatCommandsATerminalBecomesBlank() {
        new Screen(new PrintWriter(shown)).print(HOSTILE + " häufig …");

        assertThat(shown).hasToString(TAMED + " häufig …");
    }

    @Command(name = "told")
    private static final class Told implements Callable<Integer> {
        @Override
        public Integer call() throws UserError {
            throw new UserError(HOSTILE);
        }
    }

    @Test
    void whatAProcessGivesAsItsReasonIsTamedToo() {
        CommandLine line = Main.commandLine().addSubcommand(new Told()).setErr(new PrintWriter(shown));

        assertThat(line.execute("told")).isEqualTo(Main.FAILED);
        assertThat(shown).hasToString("fdscope: " + TAMED + "\n");
    }
}
