package io.fdscope.terminal;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes of one screen after another what a terminal has to be told: only the lines that differ, all at once. Between the
 * marks of synchronized output a terminal that knows them shows nothing half-drawn; others ignore them.
 */
public final class Painter {
    private static final String CSI = "\u001b[";
    private static final String BEGIN = CSI + "?2026h";
    private static final String END = CSI + "?2026l";

    private final Palette palette;
    private List<Line> shown = List.of();
    private Size size = new Size(1, 1);

    public Painter(Palette palette) {
        this.palette = palette;
    }

    /** The terminal may show anything now: the next screen is drawn as a whole. */
    public void forget() {
        shown = List.of();
    }

    /**
     * What to send for this screen. Empty where it is the one that is shown.
     *
     * @param lines what does not fit is cut off
     */
    public String paint(List<Line> lines, Size now) {
        List<Line> next = IntStream.range(0, now.rows())
                .mapToObj(row -> row < lines.size() ? lines.get(row).cut(now.columns()) : Line.EMPTY)
                .toList();
        StringBuilder out = new StringBuilder();
        if (shown.isEmpty() || !now.equals(size)) {
            out.append(CSI).append("0m").append(CSI).append("2J");
            shown = Collections.nCopies(now.rows(), Line.EMPTY);
        }
        for (int row = 0; row < next.size(); row++) {
            if (!next.get(row).equals(shown.get(row))) {
                paint(out, row, next.get(row), now.columns());
            }
        }
        shown = next;
        size = now;
        return out.length() == 0 ? "" : BEGIN + out + END;
    }

    private void paint(StringBuilder out, int row, Line line, int columns) {
        out.append(CSI).append(row + 1).append(";1H");
        for (Piece piece : line.pieces()) {
            String code = palette.code(piece.style());
            if (code.isEmpty()) {
                out.append(piece.text());
            } else {
                out.append(CSI)
                        .append(code)
                        .append('m')
                        .append(piece.text())
                        .append(CSI)
                        .append("0m");
            }
        }
        // Behind the last column there is nothing to clear: the cursor stays on it, and it would be cleared.
        if (line.width() < columns) {
            out.append(CSI).append('K');
        }
    }
}
