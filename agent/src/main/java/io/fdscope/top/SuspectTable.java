package io.fdscope.top;

import io.fdscope.row.Row;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The suspects, a line each; two where the terminal is too narrow for the place of creation beside the counts. */
final class SuspectTable {
    private static final int WIDE = 110;
    private static final int NARROW = 72;
    private static final String CAUSE = "  %-16s";

    private final View view;
    private final List<Row> suspects;
    private final Signs signs;
    private final int width;

    SuspectTable(View view, List<Row> suspects, Signs signs) {
        this.view = view;
        this.suspects = suspects;
        this.signs = signs;
        this.width = view.size().columns();
    }

    /** A number in a column that is so wide. */
    private record Column(String name, int width, Function<SuspectWords, String> value) {
        String cell(String text) {
            return String.format(Locale.ROOT, "%" + width + "s", text);
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("OPEN", 17, words -> words.number("openCount")));
        if (width >= NARROW) {
            columns.add(new Column("UNIDENT", 10, words -> words.number("unidentifiedSocketCount")));
            columns.add(new Column("HELD", 7, words -> words.number("heldAfterCloseCount")));
        }
        columns.add(new Column("/MIN", 9, SuspectWords::growth));
        columns.add(new Column("OLDEST", 9, SuspectWords::oldest));
        return columns;
    }

    /** All lines, the head included. */
    int height() {
        return 1 + Math.max(1, suspects.size() * linesEach());
    }

    private int linesEach() {
        return isWide() ? 1 : 2;
    }

    private boolean isWide() {
        return width >= WIDE;
    }

    /** At most so many lines, the chosen suspect among them. */
    List<Line> lines(int rows) {
        if (suspects.isEmpty()) {
            return List.of(
                    Line.of("SUSPECTS", Style.STRONG),
                    Line.of("  none: no place in the program is seen to leak sockets", Style.FAINT));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(head());
        int shown = Math.max(1, (rows - 1) / linesEach());
        int first = Math.max(0, Math.min(view.chosen() - shown + 1, suspects.size() - shown));
        for (int i = first; i < Math.min(suspects.size(), first + shown); i++) {
            add(lines, new SuspectWords(suspects.get(i)), i == view.chosen());
        }
        return lines.subList(0, Math.min(rows, lines.size()));
    }

    private Line head() {
        String title = "SUSPECTS " + suspects.size();
        String names =
                columns().stream().map(column -> column.cell(column.name())).collect(Collectors.joining())
                        + String.format(Locale.ROOT, CAUSE, "WHAT")
                        + (isWide() ? "  CREATED AT" : "");
        return Line.of(title, Style.STRONG).and(names.substring(title.length()), Style.FAINT);
    }

    private void add(List<Line> lines, SuspectWords words, boolean chosen) {
        String counts = columns().stream()
                .map(column -> column.cell(column.value().apply(words)))
                .collect(Collectors.joining());
        Line line = Line.of(chosen ? signs.mark : " ", Style.STRONG)
                .and(counts.substring(1), Style.STRONG)
                .and(String.format(Locale.ROOT, CAUSE, words.cause()), words.style());
        if (isWide()) {
            lines.add(marked(line.and("  ").and(signs.ending(words.site(), width - line.width() - 2)), chosen));
        } else {
            lines.add(marked(line, chosen));
            lines.add(marked(Line.of("    ").and(signs.ending(words.site(), width - 4)), chosen));
        }
    }

    private Line marked(Line line, boolean chosen) {
        return chosen ? line.cut(width).filled(width, Style.PLAIN).in(Style.CHOSEN) : line;
    }
}
