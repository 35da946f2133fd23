package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.items.TimeRange;
import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.chart.ChartWords;
import io.fdscope.jmc.ui.recorded.Forecast;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.recorded.Words;
import io.fdscope.jmc.ui.scale.Box;
import io.fdscope.jmc.ui.scale.CountScale;
import io.fdscope.jmc.ui.scale.TimeScale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;

/** What is said in the plot: the limit, what is left, where it is going, and which range is chosen. */
record Marks(Usage usage, ChartScales scales, ChartWords words) {
    private static final int OF_RANGE = 36;
    private static final int OF_FUTURE = 14;
    private static final int ARROW = 4;
    private static final int GAP = 8;

    /** Below the lines. */
    void drawGround(Pen pen, Box plot) {
        int end = scales.time(plot).x(scales.toMillis());
        if (end < plot.right()) {
            pen.fill(
                    pen.colours().text(),
                    OF_FUTURE,
                    () -> pen.gc().fillRectangle(end, plot.top(), plot.right() - end, plot.height()));
        }
    }

    /** Above the lines. */
    void draw(Pen pen, Box plot) {
        if (usage.size() == 0) {
            return;
        }
        int last = usage.size() - 1;
        limit(pen, plot, usage.value(UsageLine.SOFT_LIMIT, last));
        headroom(pen, plot, last);
        ChartScales.forecast(usage).ifPresent(forecast -> forecast(pen, plot, forecast));
    }

    /** Where it begins to be that: it may have been changed. */
    private void limit(Pen pen, Box plot, double limit) {
        if (limit > 0) {
            String text = "soft limit " + Words.count(limit) + (scales.shows(limit) ? "" : ", far above this scale");
            int from = scales.time(plot).x(usage.millis(usage.steadyFrom(UsageLine.SOFT_LIMIT)));
            int x = Math.max(plot.left(), Math.min(from, plot.right() - pen.width(text) - 2 * GAP));
            int y = scales.shows(limit) ? scales.count(plot).y(limit) - pen.height() - 1 : plot.top() + 2;
            pen.textOnGround(
                    text, x + GAP, Math.max(plot.top(), y), pen.colours().of(UsageLine.SOFT_LIMIT));
        }
    }

    /** An upright arrow from the line to the limit, at the end of the recording. */
    private void headroom(Pen pen, Box plot, int last) {
        CountScale count = scales.count(plot);
        int from = count.y(usage.value(UsageLine.OPEN, last)) - 3;
        double limit = usage.value(UsageLine.SOFT_LIMIT, last);
        int to = scales.shows(limit) ? count.y(limit) + 3 : from;
        if (usage.headroom(last) > 0 && from - to > 2 * pen.height()) {
            int x = scales.time(plot).x(usage.millis(last));
            RGB colour = pen.colours().softText();
            pen.line(colour, 1, SWT.LINE_SOLID);
            pen.gc().drawLine(x, from, x, to);
            pen.gc().drawPolyline(new int[] {x - ARROW, to + ARROW, x, to, x + ARROW, to + ARROW});
            pen.gc().drawPolyline(new int[] {x - ARROW, from - ARROW, x, from, x + ARROW, from - ARROW});
            String text = words.headroom(usage, last);
            pen.textOnGround(text, x - GAP - pen.width(text), (from + to - pen.height()) / 2, colour);
        }
    }

    private void forecast(Pen pen, Box plot, Forecast forecast) {
        TimeScale time = scales.time(plot);
        CountScale count = scales.count(plot);
        RGB colour = pen.colours().of(UsageLine.OPEN);
        long until = Math.min(forecast.fullMillis(), scales.endMillis());
        int x = time.x(until);
        int y = count.y(forecast.countAt(until));
        if (scales.shows(forecast.limit())) {
            int limit = count.y(forecast.limit());
            pen.line(pen.colours().of(UsageLine.SOFT_LIMIT), 1, SWT.LINE_DASH);
            pen.gc().drawLine(time.x(forecast.fromMillis()), limit, plot.right(), limit);
        }
        pen.line(colour, 2, SWT.LINE_DASH);
        pen.gc().drawLine(time.x(forecast.fromMillis()), count.y(forecast.fromCount()), x, y);
        String text = words.forecast(forecast);
        int left = Math.max(plot.left(), plot.right() - pen.width(text) - GAP);
        boolean reached = until == forecast.fullMillis();
        int top = Math.max(plot.top(), reached ? y + GAP : y - pen.height() - GAP);
        pen.textOnGround(text, left, Math.min(top, plot.bottom() - pen.height()), colour);
    }

    /** What is chosen. */
    void range(Pen pen, Box plot, TimeRange range) {
        TimeScale time = scales.time(plot);
        int from = Math.max(plot.left(), time.x(range.fromMillis()));
        int to = Math.min(plot.right(), time.x(range.toMillis()));
        RGB colour = pen.colours().of(UsageLine.OPEN);
        pen.fill(
                colour,
                OF_RANGE,
                () -> pen.gc().fillRectangle(from, plot.top(), Math.max(1, to - from), plot.height()));
        pen.line(colour, 1, SWT.LINE_SOLID);
        pen.gc().drawLine(from, plot.top(), from, plot.bottom());
        pen.gc().drawLine(to, plot.top(), to, plot.bottom());
    }
}
