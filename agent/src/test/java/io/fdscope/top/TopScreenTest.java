package io.fdscope.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.row.Row;
import io.fdscope.terminal.Key;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Look;
import io.fdscope.terminal.Palette;
import io.fdscope.terminal.Size;
import io.fdscope.terminal.Style;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whole screens, as text. */
class TopScreenTest {
    private static final Look RICH = new Look(Palette.RICH, true);
    private static final Look ASCII = new Look(Palette.SIXTEEN, false);

    private static List<Line> lines(Look look, View view, long now) {
        return new TopScreen(look, ZoneOffset.UTC).lines(view, now);
    }

    private static String text(Look look, View view) {
        return lines(look, view, Glances.NOON).stream()
                .map(line -> line.text().stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static View view(int columns, int rows, Glance glance) {
        return View.first(new Size(columns, rows)).after(glance);
    }

    @Test
    void everySizeIsFilledAndNothingStandsOut() {
        for (Look look : List.of(RICH, ASCII)) {
            for (Glance glance : List.of(Glances.leaking(), Glances.healthy(), Glances.full(), Glances.dead())) {
                for (String key : List.of("x", "enter", "v", "?", " ", "down")) {
                    for (int columns = 40; columns <= 200; columns += 7) {
                        for (int rows = 10; rows <= 60; rows += 5) {
                            View view = view(columns, rows, glance).after(new Key(key));
                            List<Line> lines = lines(look, view, Glances.NOON + 60_000);
                            int width = columns;
                            assertThat(lines).hasSize(rows);
                            assertThat(lines)
                                    .as("%d columns, %d rows, key %s", columns, rows, key)
                                    .allMatch(line -> line.width() <= width);
                        }
                    }
                }
            }
        }
    }

    @Test
    void withoutUnicodeThereIsOnlyAscii() {
        for (String key : List.of("x", "enter", "v", "?")) {
            assertThat(text(ASCII, view(120, 40, Glances.leaking()).after(new Key(key))))
                    .matches("[\\n -~]*");
        }
    }

    @Test
    void noEscapeSequenceOfAThreadOrAHostReachesTheTerminal() {
        String bad = "\u001b]0;owned\u0007\u009b31m\r\n\u202e";
        Map<String, Object> values = new LinkedHashMap<>(Glances.driver().values());
        for (String name : List.of("creationSite", "creationThread", "cause", "causeName", "reachability")) {
            values.put(name, bad);
        }
        values.put("stack", List.of(bad));
        values.put("endpoints", Map.of(bad, 1L));
        View view = view(100, 40, Glances.with(new Row(values)));

        for (View shown : List.of(view, view.after(Key.ENTER), view.afterFailure(bad))) {
            assertThat(text(RICH, shown)).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        }
    }

    @Test
    void aTerminalThatIsTooSmallIsTold() {
        assertThat(text(RICH, view(39, 24, Glances.leaking()))).startsWith("fdscope: this terminal is too small");
    }

    @Test
    void aSilentProcessIsToldAndAFailureTakesItsPlace() {
        View view = view(80, 24, Glances.leaking());

        assertThat(lines(RICH, view, Glances.NOON + 4_000).get(1).text()).isBlank();
        Line silent = lines(RICH, view, Glances.NOON + 65_000).get(1);
        assertThat(silent.text().strip())
                .isEqualTo("no reading for 65 s: the process hangs or is stopped; this is the last it wrot");
        assertThat(silent.pieces().get(0).style()).isEqualTo(Style.ON_ORANGE);
        assertThat(lines(RICH, view.afterFailure("cannot reach db-1:9010"), Glances.NOON)
                        .get(1)
                        .text()
                        .strip())
                .isEqualTo("cannot reach db-1:9010");
    }
}
