package io.fdscope.monitor;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be undone at the end, last done first. One that fails is counted and does not keep the others; one that
 * comes when the end is past is undone at once.
 */
final class Undo {
    private final Faults faults;
    private final Deque<AutoCloseable> steps = new ArrayDeque<>();
    private boolean over;

    Undo(Faults faults) {
        this.faults = faults;
    }

    synchronized void add(AutoCloseable step) {
        if (over) {
            close(step);
        } else {
            steps.push(step);
        }
    }

    synchronized void run() {
        over = true;
        while (!steps.isEmpty()) {
            close(steps.pop());
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    private void close(AutoCloseable step) {
        try {
            step.close();
        } catch (Throwable e) {
            faults.record(Edge.START, e);
        }
    }
}
