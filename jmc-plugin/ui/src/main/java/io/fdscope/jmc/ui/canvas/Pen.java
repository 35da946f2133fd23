package io.fdscope.jmc.ui.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;

/** What all parts of the chart draw with. */
record Pen(GC gc, ChartColours colours) {
    private static final int OPAQUE = 255;

    Pen {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    void line(RGB colour, int width, int style) {
        gc.setForeground(ChartColours.color(colour));
        gc.setLineWidth(width);
        gc.setLineStyle(style);
    }

    /** Fills with as much of a colour, 0 to 255. */
    void fill(RGB colour, int alpha, Runnable filling) {
        gc.setBackground(ChartColours.color(colour));
        gc.setAlpha(alpha);
        filling.run();
        gc.setAlpha(OPAQUE);
    }

    void text(String text, int x, int y, RGB colour) {
        gc.setForeground(ChartColours.color(colour));
        gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
    }

    /** On a ground of its own, so that no line runs through it. */
    void textOnGround(String text, int x, int y, RGB colour) {
        fill(colours.background(), 200, () -> gc.fillRectangle(x - 2, y, width(text) + 4, height()));
        text(text, x, y, colour);
    }

    int width(String text) {
        return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
    }

    int height() {
        return gc.getFontMetrics().getHeight();
    }
}
