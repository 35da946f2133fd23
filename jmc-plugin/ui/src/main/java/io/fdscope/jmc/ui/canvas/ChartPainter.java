package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.chart.ChartState;
import io.fdscope.jmc.ui.chart.ChartWords;
import io.fdscope.jmc.ui.scale.Box;

/** Draws the whole chart. */
record ChartPainter(ChartState state, ChartWords words) {
    private static final int EDGE = 10;
    private static final String NOTHING = "No event File Descriptor Usage is in this recording";

    /** Where the lines are, within a drawing of such a size. */
    Box plot(Pen pen, int width, int height) {
        int left = EDGE + axes().widthOfCounts(pen);
        int top = EDGE + legend().height(pen, width - 2 * EDGE) + EDGE / 2;
        return new Box(left, top, width - EDGE, height - pen.height() - EDGE);
    }

    void draw(Pen pen, int width, int height, boolean focused) {
        pen.fill(pen.colours().background(), 255, () -> pen.gc().fillRectangle(0, 0, width, height));
        if (state.usage().size() == 0) {
            pen.text(
                    NOTHING,
                    Math.max(EDGE, (width - pen.width(NOTHING)) / 2),
                    height / 2,
                    pen.colours().softText());
        } else {
            draw(pen, plot(pen, width, height), width);
        }
        if (focused) {
            pen.gc().drawFocus(1, 1, width - 2, height - 2);
        }
    }

    private void draw(Pen pen, Box plot, int width) {
        Marks marks = new Marks(state.usage(), state.scales(), words);
        legend().draw(pen, EDGE, EDGE, width - 2 * EDGE);
        marks.drawGround(pen, plot);
        axes().draw(pen, plot);
        new Lines(state.usage(), state.scales()).draw(pen, plot);
        state.range(plot).ifPresent(range -> marks.range(pen, plot, range));
        marks.draw(pen, plot);
        state.point().ifPresent(point -> new Crosshair(state.usage(), state.scales(), words).draw(pen, plot, point));
    }

    private Axes axes() {
        return new Axes(state.scales(), words.zone());
    }

    private Legend legend() {
        return new Legend(state.usage(), state.point().orElse(state.usage().size() - 1));
    }
}
