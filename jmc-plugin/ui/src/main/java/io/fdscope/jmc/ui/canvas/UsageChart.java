package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.items.TimeRange;
import io.fdscope.jmc.ui.chart.ChartScales;
import io.fdscope.jmc.ui.chart.ChartState;
import io.fdscope.jmc.ui.chart.ChartWords;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.WallClock;
import io.fdscope.jmc.ui.scale.Box;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Open descriptors over time, on the screen. A range is chosen with the mouse or the keyboard. */
public final class UsageChart {
    private final Canvas canvas;
    private final Consumer<Optional<TimeRange>> chosen;
    private Control model;
    private ChartWords words = new ChartWords(WallClock.of(0, 0, ZoneId.systemDefault()));
    private ChartState state = new ChartState(Usage.NONE, ChartScales.of(Usage.NONE, 0, 1));

    /** @param chosen told of the range whenever the user has chosen another; empty is all */
    public UsageChart(Composite parent, Consumer<Optional<TimeRange>> chosen) {
        this.chosen = chosen;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        model = canvas;
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> canvas.redraw());
        new ChartMouse(this, canvas).listen();
        new ChartKeys(this, canvas).listen();
        new ChartVoice(this).speakFor(canvas.getAccessible());
    }

    /** Its widget. */
    public Canvas control() {
        return canvas;
    }

    /** Takes the colours of something else, whatever a theme has done to it by then. */
    public void lookLike(Control other) {
        model = other;
    }

    /** Shows other figures, in other words. */
    public void show(Usage usage, ChartScales scales, ChartWords said) {
        state = new ChartState(usage, scales);
        words = said;
        canvas.redraw();
    }

    /** Chooses a range, and tells nobody. */
    public void choose(Optional<TimeRange> range) {
        state.choose(range);
        canvas.redraw();
    }

    ChartState state() {
        return state;
    }

    ChartWords words() {
        return words;
    }

    void tellRange() {
        chosen.accept(state.range());
    }

    /** Where the lines are, in pixels of the widget. */
    public Box plot() {
        GC gc = new GC(canvas);
        try {
            Point size = canvas.getSize();
            return painter().plot(pen(gc), size.x, size.y);
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        Point size = canvas.getSize();
        painter().draw(pen(gc), size.x, size.y, canvas.isFocusControl());
    }

    private Pen pen(GC gc) {
        gc.setFont(canvas.getFont());
        return new Pen(
                gc,
                new ChartColours(
                        model.getBackground().getRGB(), model.getForeground().getRGB()));
    }

    private ChartPainter painter() {
        return new ChartPainter(state, words);
    }
}
