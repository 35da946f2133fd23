package io.fdscope.jfr;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;

/** Where our code meets the flight recorder: what fails inside is counted, and goes no further. */
final class JfrEdge {
    private final Faults faults;

    JfrEdge(Faults faults) {
        this.faults = faults;
    }

    void run(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            faults.record(Edge.JFR, e);
        }
    }
}
