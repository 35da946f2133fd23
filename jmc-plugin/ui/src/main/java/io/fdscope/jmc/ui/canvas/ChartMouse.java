package io.fdscope.jmc.ui.canvas;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** The pointer shows figures; drawing it over a range chooses that; a double click chooses all. */
record ChartMouse(UsageChart chart, Canvas canvas) {
    private static final int FIRST_BUTTON = 1;

    void listen() {
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, event -> leave());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.MouseDoubleClick, event -> chooseAll());
    }

    private void move(Event event) {
        chart.state().pointAt(event.x, chart.plot());
        canvas.redraw();
    }

    private void leave() {
        chart.state().pointNowhere();
        canvas.redraw();
    }

    private void press(Event event) {
        canvas.setFocus();
        if (event.button == FIRST_BUTTON && chart.plot().holds(event.x, event.y)) {
            chart.state().press(event.x);
        }
    }

    private void release(Event event) {
        if (event.button == FIRST_BUTTON && chart.state().release(chart.plot())) {
            chart.tellRange();
        }
        canvas.redraw();
    }

    private void chooseAll() {
        chart.state().cancelDrag();
        chart.choose(Optional.empty());
        chart.tellRange();
    }
}
