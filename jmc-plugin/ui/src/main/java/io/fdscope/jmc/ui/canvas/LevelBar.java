package io.fdscope.jmc.ui.canvas;

import io.fdscope.leak.VerdictLevel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A bar beside the verdict, in the colour of its level: who knows it sees at a glance; the words say it all. */
public final class LevelBar {
    private static final int ROUND = 4;

    private final Canvas canvas;
    private VerdictLevel level = VerdictLevel.UNKNOWN;

    /** Of an unknown level at first. */
    public LevelBar(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        canvas.addPaintListener(event -> paint(event.gc));
    }

    /** Its widget. */
    public Canvas control() {
        return canvas;
    }

    /** Shows another level. */
    public void show(VerdictLevel now) {
        level = now;
        canvas.setToolTipText(now.label());
        canvas.redraw();
    }

    private void paint(GC gc) {
        Point size = canvas.getSize();
        ChartColours colours = new ChartColours(
                canvas.getBackground().getRGB(), canvas.getForeground().getRGB());
        new Pen(gc, colours)
                .fill(colours.of(level), 255, () -> gc.fillRoundRectangle(0, 0, size.x, size.y, ROUND, ROUND));
    }
}
