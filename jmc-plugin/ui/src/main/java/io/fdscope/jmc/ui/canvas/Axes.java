package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.recorded.Words;
import io.fdscope.jmc.ui.scale.Box;
import io.fdscope.jmc.ui.scale.CountScale;
import io.fdscope.jmc.ui.scale.Tick;
import io.fdscope.jmc.ui.scale.TimeScale;
import java.time.ZoneId;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;

/** Round numbers and times, with lines through the plot. */
record Axes(ChartScales scales, ZoneId zone) {
    static final int GAP = 6;

    private static final int LEAST_TIME_GAP = 28;
    private static final int LEAST_LINES_BETWEEN = 3;

    /** Pixels that the labels of the counts need. */
    int widthOfCounts(Pen pen) {
        return pen.width(Words.count(scales.mostCount())) + 2 * GAP;
    }

    void draw(Pen pen, Box plot) {
        CountScale count = scales.count(plot);
        for (Tick tick : count.ticks(LEAST_LINES_BETWEEN * pen.height())) {
            int y = count.y(tick.value());
            line(pen, plot.left(), y, plot.right(), y);
            pen.text(tick.label(), plot.left() - GAP - pen.width(tick.label()), y - pen.height() / 2, soft(pen));
        }
        drawTimes(pen, plot);
    }

    private void drawTimes(Pen pen, Box plot) {
        TimeScale time = scales.time(plot);
        int free = 0;
        for (Tick tick : time.ticks(zone, pen.width("00:00:00") + LEAST_TIME_GAP)) {
            int x = time.x((long) tick.value());
            line(pen, x, plot.top(), x, plot.bottom());
            int width = pen.width(tick.label());
            int left = Math.min(x - width / 2, plot.right() - width);
            if (left >= free) { // The last one has moved to the left.
                pen.text(tick.label(), left, plot.bottom() + GAP / 2, soft(pen));
                free = left + width + GAP;
            }
        }
    }

    private static RGB soft(Pen pen) {
        return pen.colours().softText();
    }

    private static void line(Pen pen, int x, int y, int toX, int toY) {
        pen.line(pen.colours().grid(), 1, SWT.LINE_SOLID);
        pen.gc().drawLine(x, y, toX, toY);
    }
}
