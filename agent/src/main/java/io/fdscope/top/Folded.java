package io.fdscope.top;

import io.fdscope.terminal.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that may be too long for the screen, and then goes on below, a little further in. Pieces break at their ends or
 * at blanks, words only where they are longer than the screen.
 *
 * @param line of any width
 */
record Folded(Line line) {
    private static final int FURTHER_IN = 4;

    List<Line> lines(int columns) {
        if (line.width() <= columns || columns <= 2 * FURTHER_IN) {
            return List.of(line);
        }
        List<Line> lines = new ArrayList<>();
        Line[] current = {Line.EMPTY};
        line.pieces().forEach(piece -> {
            for (String word : piece.text().split("(?<= )", -1)) {
                String rest = word;
                while (!rest.isEmpty()) {
                    int room = columns - current[0].width();
                    if (rest.stripTrailing().length() <= room) {
                        current[0] = current[0].and(rest, piece.style());
                        break;
                    }
                    boolean longer = rest.length() > columns - FURTHER_IN;
                    int cut = longer ? room : 0;
                    lines.add(current[0].and(rest.substring(0, cut), piece.style()));
                    rest = rest.substring(cut);
                    current[0] = Line.of(" ".repeat(FURTHER_IN));
                }
            }
        });
        lines.add(current[0]);
        return lines;
    }
}
