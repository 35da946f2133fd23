package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.chart.ChartWords;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.scale.Box;
import java.util.List;
import org.eclipse.swt.SWT;

/** The point that is looked at, with its figures beside it. */
record Crosshair(Usage usage, ChartScales scales, ChartWords words) {
    private static final int DOT = 7;
    private static final int DISTANCE = 12;
    private static final int PADDING = 6;
    private static final int OF_GROUND = 235;

    void draw(Pen pen, Box plot, int point) {
        int x = scales.time(plot).x(usage.millis(point));
        pen.line(pen.colours().softText(), 1, SWT.LINE_SOLID);
        pen.gc().drawLine(x, plot.top(), x, plot.bottom());
        int y = plot.bottom();
        for (UsageLine line : UsageLine.values()) {
            double value = usage.value(line, point);
            if (value >= 0 && scales.shows(value)) {
                int at = scales.count(plot).y(value);
                y = Math.min(y, at);
                pen.fill(pen.colours().of(line), 255, () -> pen.gc().fillOval(x - DOT / 2, at - DOT / 2, DOT, DOT));
            }
        }
        Box tip = plot.beside(x, y, DISTANCE, width(pen, point), height(pen, point));
        if (plot.holds(
                tip.right(), tip.bottom())) { // Else it would hide all that there is; the legend has the figures.
            tip(pen, tip, words.at(usage, point));
        }
    }

    private int width(Pen pen, int point) {
        return words.at(usage, point).stream().mapToInt(pen::width).max().orElse(0) + 2 * PADDING;
    }

    private int height(Pen pen, int point) {
        return words.at(usage, point).size() * pen.height() + 2 * PADDING;
    }

    private static void tip(Pen pen, Box box, List<String> lines) {
        pen.fill(
                pen.colours().background(),
                OF_GROUND,
                () -> pen.gc().fillRoundRectangle(box.left(), box.top(), box.width(), box.height(), PADDING, PADDING));
        pen.line(pen.colours().softText(), 1, SWT.LINE_SOLID);
        pen.gc().drawRoundRectangle(box.left(), box.top(), box.width(), box.height(), PADDING, PADDING);
        for (int i = 0; i < lines.size(); i++) {
            pen.text(
                    lines.get(i),
                    box.left() + PADDING,
                    box.top() + PADDING + i * pen.height(),
                    i == 0 ? pen.colours().softText() : pen.colours().text());
        }
    }
}
