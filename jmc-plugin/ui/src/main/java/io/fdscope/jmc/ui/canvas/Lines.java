package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.scale.Box;
import io.fdscope.jmc.ui.scale.CountScale;
import io.fdscope.jmc.ui.scale.TimeScale;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;

/** The figures over time. */
record Lines(Usage usage, ChartScales scales) {
    private static final int OF_OPEN = 26;
    private static final int OF_UNIDENTIFIED = 70;

    void draw(Pen pen, Box plot) {
        for (int[] run : runs(UsageLine.OPEN, plot)) {
            area(pen, UsageLine.OPEN, run, plot, OF_OPEN);
        }
        for (int[] run : runs(UsageLine.UNIDENTIFIED, plot)) {
            area(pen, UsageLine.UNIDENTIFIED, run, plot, OF_UNIDENTIFIED);
        }
        line(pen, UsageLine.UNIDENTIFIED, plot, 1, SWT.LINE_SOLID);
        line(pen, UsageLine.HELD_AFTER_CLOSE, plot, 2, SWT.LINE_DOT);
        line(pen, UsageLine.SOFT_LIMIT, plot, 2, SWT.LINE_SOLID);
        line(pen, UsageLine.OPEN, plot, 2, SWT.LINE_SOLID);
    }

    private void line(Pen pen, UsageLine line, Box plot, int width, int style) {
        for (int[] run : runs(line, plot)) {
            pen.line(pen.colours().of(line), width, style);
            pen.gc().drawPolyline(run);
        }
    }

    private static void area(Pen pen, UsageLine line, int[] run, Box plot, int alpha) {
        int[] closed = new int[run.length + 4];
        System.arraycopy(run, 0, closed, 0, run.length);
        closed[run.length] = run[run.length - 2];
        closed[run.length + 1] = plot.bottom();
        closed[run.length + 2] = run[0];
        closed[run.length + 3] = plot.bottom();
        pen.fill(pen.colours().of(line), alpha, () -> pen.gc().fillPolygon(closed));
    }

    /** Pixels of points that belong together, x and y in turn: what is not known, not looked at, or too high, parts them. */
    private List<int[]> runs(UsageLine line, Box plot) {
        TimeScale time = scales.time(plot);
        CountScale count = scales.count(plot);
        List<int[]> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i < usage.size(); i++) {
            double value = usage.value(line, i);
            if (!scales.shows(value) || usage.isAfterGap(i)) {
                end(run, runs);
            }
            if (scales.shows(value)) {
                run.add(time.x(usage.millis(i)));
                run.add(count.y(value));
            }
        }
        end(run, runs);
        return runs;
    }

    /** A point without neighbours is a short line. */
    private static void end(List<Integer> run, List<int[]> runs) {
        if (run.size() == 2) {
            run.add(run.get(0) + 1);
            run.add(run.get(1));
        }
        if (!run.isEmpty()) {
            runs.add(run.stream().mapToInt(Integer::intValue).toArray());
            run.clear();
        }
    }
}
