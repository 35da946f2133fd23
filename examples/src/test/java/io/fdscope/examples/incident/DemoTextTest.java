package io.fdscope.examples.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the demo's user reads, in full. */
final class DemoTextTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aRowOfTheFallStandsUnderItsHeading() {
        Screen screen = new Screen(out, false, false);
        LiveRow early = new LiveRow(1_000, figures(49, 0, Double.NaN, -1));
        LiveRow late = new LiveRow(1_000, figures(4_036, 3_987, 6_561.4, 1));
        LiveRow unknown = new LiveRow(1_000, Map.of());

        screen.line(LiveRow.heading());
        screen.line(early.falling(screen));
        screen.line(late.falling(screen));
        screen.line(late.recovering(screen));
        screen.line(unknown.falling(screen));

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("""
                  elapsed     open / limit                                    unidentified   growth/min   full in
                     38 s       49 / 4,096  [........................]   1 %             0            -         -
                     38 s    4,036 / 4,096  [#######################.]  98 %         3,987       +6,561       1 s
                     38 s    4,036 / 4,096  [#######################.]  98 %         3,987
                      0 s        ? / ?      [........................]     ?             ?            -         -
                """);
    }

    @Test
    void theTableTellsAMissingToolFromAFigureThatAToolDoesNotTell() {
        List<String> rows = List.of(
                ComparisonTable.heading().get(1),
                ComparisonTable.row(new Observation("lsof -nP -p 4711", 4096, 4049, 4047, Observation.UNTOLD, "")),
                ComparisonTable.row(Observation.ofKernel("ss -s", 4059)),
                ComparisonTable.row(Observation.absent("lsof", "not installed")));

        assertThat(String.join("\n", rows) + "\n").isEqualTo("""
                                                          open   sockets        sockets  alloc - inuse
                  lsof -nP -p 4711                       4,096     4,049          4,047              -
                  ss -s                                      -         -              -          4,059
                  lsof                                 not installed
                """);
    }

    @Test
    void twoSocketsMoreOrLessAreNoDisagreement() {
        Observation fdscope = new Observation("fdscope", 10, 8, 7, 0, "");
        Observation two = new Observation("lsof", 10, 8, 9, 0, "");
        Observation three = new Observation("lsof", 10, 8, 10, 0, "");

        assertThat(new Comparison(fdscope, two).isClose()).isTrue();
        assertThat(new Comparison(fdscope, three).isClose()).isFalse();
        assertThat(new Comparison(fdscope, three).sentence())
                .isEqualTo("fdscope and lsof do NOT agree: they differ by 3 sockets.");
        assertThat(new Comparison(fdscope, Observation.absent("lsof", "not installed")).isClose())
                .isTrue();
    }

    @Test
    void onATerminalARowGivesWayToTheNextAndColoursTellHowBadItIs() {
        Screen screen = new Screen(out, true, true);

        screen.passingLine("first");
        screen.passingLine(screen.as(Screen.Look.ALARM, "second"));
        screen.line("third");
        screen.close("last");
        screen.line("too late");

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("first\r\033[K\033[31;1msecond\033[0m\r\033[Kthird\nlast\n");
    }

    @Test
    void lsofsFieldsAreCountedByDescriptorAndNotByMapping() {
        List<String> fields = List.of(
                "p4711", "fcwd", "tDIR", "fmem", "tREG", "f0", "tFIFO", "f4", "tsock", "f5", "tIPv6", "f6", "tunix");

        assertThat(ListOpenFiles.counted("lsof", fields))
                .isEqualTo(new Observation("lsof", 4, 3, 1, Observation.UNTOLD, ""));
    }

    private static Map<String, Number> figures(long open, long unidentified, double growth, double left) {
        return Map.of(
                "readingEpochMillis", 39_100L,
                "openCount", open,
                "softLimit", 4096L,
                "utilization", open / 4096.0,
                "unidentifiedSocketCount", unidentified,
                "growthPerMinute", growth,
                "secondsToExhaustion", left);
    }
}
