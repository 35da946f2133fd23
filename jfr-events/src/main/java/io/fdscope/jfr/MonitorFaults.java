package io.fdscope.jfr;

import io.fdscope.fault.Fault;
import io.fdscope.fault.Faults;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Writes an event for the first fault of each kind when it happens, and all known ones again whenever the flight
 * recorder asks, which is at the start and the end of each chunk: so a recording also tells of faults from before it,
 * and how many there were by its end.
 *
 * <p>A failure in here is a fault in its turn, and comes back; it ends there, since only the first of a kind does.
 */
final class MonitorFaults implements Runnable, Consumer<Fault> {
    private final Faults faults;
    private final JfrEdge edge;
    /** Bounded by the number of kinds that {@link Faults} tells apart. */
    private final List<Fault> known = new CopyOnWriteArrayList<>();

    MonitorFaults(Faults faults, JfrEdge edge) {
        this.faults = faults;
        this.edge = edge;
    }

    @Override
    public void accept(Fault fault) {
        known.add(fault);
        edge.run(() -> write(fault));
    }

    @Override
    public void run() {
        edge.run(() -> known.forEach(this::write));
    }

    private void write(Fault fault) {
        MonitorFaultEvent event = new MonitorFaultEvent();
        if (event.isEnabled()) {
            event.edge = fault.edge().label();
            event.fault = fault.description();
            event.faultCount = SampleFigures.count(faults.count(fault.kind()));
            event.commit();
        }
    }
}
