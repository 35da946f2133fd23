package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.top.Figures;
import io.fdscope.top.Glance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The live view without a terminal, where looks fail. */
class TopLinesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Fails in each look that is marked so, and then for good. */
    private static final class Failing implements GlanceSource {
        private final String looks;
        private int next;

        /** @param looks of each look {@code +} where it succeeds, {@code E} where the process has ended */
        Failing(String looks) {
            this.looks = looks;
        }

        @Override
        public Glance look() throws UserError {
            char how = next < looks.length() ? looks.charAt(next) : '-';
            next++;
            if (how == '-') {
                throw new UserError("no answer to look " + next);
            }
            return new Glance(
                    "42",
                    "",
                    "JMX",
                    1,
                    "",
                    how == 'E',
                    new Figures(Map.of("openCount", 62L)),
                    List.of(),
                    "",
                    List.of());
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private TopLines lines(String looks) {
        return new TopLines(
                new Failing(looks), new Screen(new PrintWriter(out)), new Screen(new PrintWriter(err)), false);
    }

    @Test
    void whereTheFirstLookFailsNothingIsWatched() {
        TopLines lines = lines("-+");

        assertThatThrownBy(() -> lines.run(Duration.ZERO)).hasMessage("no answer to look 1");
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void aLookThatFailsIsToldAndTheNextIsTaken() throws Exception {
        lines("+--+-E").run(Duration.ZERO);

        assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.contains("  open 62 of "));
        assertThat(err).hasToString("""
                fdscope: no answer to look 2; trying again
                fdscope: no answer to look 3; trying again
                fdscope: no answer to look 5; trying again
                """);
    }

    @Test
    void tenThatFailInARowAreTheEnd() {
        TopLines lines = lines("+---------+");

        assertThatThrownBy(() -> lines.run(Duration.ZERO))
                .isInstanceOf(UserError.class)
                .hasMessage("no answer to look 21");
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString().lines()).hasSize(9 + 9);
    }
}
