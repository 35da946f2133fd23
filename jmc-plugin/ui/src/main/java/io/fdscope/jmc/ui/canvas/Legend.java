package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.recorded.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;

/** The lines' names, each with its figure at a point; in as many rows as it takes. */
record Legend(Usage usage, int point) {
    private static final int MARK = 18;
    private static final int GAP = 6;
    private static final int BETWEEN = 22;

    private record Entry(UsageLine line, String text, int x, int row) {}

    /** Pixels that it is high. */
    int height(Pen pen, int width) {
        List<Entry> entries = entries(pen, width);
        return entries.isEmpty() ? 0 : (entries.get(entries.size() - 1).row() + 1) * rowHeight(pen);
    }

    private static int rowHeight(Pen pen) {
        return pen.height() + 4;
    }

    void draw(Pen pen, int left, int top, int width) {
        for (Entry entry : entries(pen, width)) {
            int x = left + entry.x();
            int y = top + entry.row() * rowHeight(pen);
            mark(pen, entry.line(), x, y + pen.height() / 2);
            pen.text(entry.text(), x + MARK + GAP, y, pen.colours().text());
        }
    }

    private static void mark(Pen pen, UsageLine line, int x, int y) {
        if (line == UsageLine.UNIDENTIFIED) {
            pen.fill(pen.colours().of(line), 70, () -> pen.gc().fillRectangle(x, y - 4, MARK, 9));
        }
        pen.line(pen.colours().of(line), 2, line == UsageLine.HELD_AFTER_CLOSE ? SWT.LINE_DOT : SWT.LINE_SOLID);
        int at = line == UsageLine.UNIDENTIFIED ? y - 4 : y;
        pen.gc().drawLine(x, at, x + MARK, at);
    }

    private List<Entry> entries(Pen pen, int width) {
        List<Entry> entries = new ArrayList<>();
        int x = 0;
        int row = 0;
        for (UsageLine line :
                Arrays.stream(UsageLine.values()).filter(this::isThere).toList()) {
            String text = line.label() + " " + Words.count(usage.value(line, point));
            int needed = MARK + GAP + pen.width(text);
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            entries.add(new Entry(line, text, x, row));
            x += needed + BETWEEN;
        }
        return entries;
    }

    private boolean isThere(UsageLine line) {
        return point >= 0 && !Double.isNaN(usage.highest(line));
    }
}
