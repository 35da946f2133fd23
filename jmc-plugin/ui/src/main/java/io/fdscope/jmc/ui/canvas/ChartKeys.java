package io.fdscope.jmc.ui.canvas;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/**
 * Left and right go from point to point, page up and down by tens, home and end to the ends; with shift they choose a range.
 * Escape chooses all.
 */
record ChartKeys(UsageChart chart, Canvas canvas) {
    private static final int PAGE = 10;

    void listen() {
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.KeyDown, this::press);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
    }

    /** Tab goes on to the next widget; arrows are ours. */
    private void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }

    private void press(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> step(-1, event);
            case SWT.ARROW_RIGHT -> step(1, event);
            case SWT.PAGE_UP -> step(-PAGE, event);
            case SWT.PAGE_DOWN -> step(PAGE, event);
            case SWT.HOME -> step(Integer.MIN_VALUE, event);
            case SWT.END -> step(Integer.MAX_VALUE, event);
            case SWT.ESC -> chooseAll();
            default -> {
                // Somebody else's.
            }
        }
    }

    private void step(int points, Event event) {
        if (chart.state().step(points, (event.stateMask & SWT.SHIFT) != 0)) {
            chart.tellRange();
        }
        canvas.redraw();
        canvas.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
    }

    private void chooseAll() {
        chart.state().cancelDrag();
        chart.state().pointNowhere();
        chart.choose(Optional.empty());
        chart.tellRange();
    }
}
