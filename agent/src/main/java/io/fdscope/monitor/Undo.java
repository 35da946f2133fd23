package io.fdscope.monitor;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be undone at the end, last done first. One that fails is counted and does not keep the others. */
final class Undo {
    private final Faults faults;
    private final Deque<AutoCloseable> steps = new ArrayDeque<>();

    Undo(Faults faults) {
        this.faults = faults;
    }

    synchronized void add(AutoCloseable step) {
        steps.push(step);
    }

    synchronized void run() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().close();
            } catch (Throwable e) {
                faults.record(Edge.START, e);
            }
        }
    }
}
