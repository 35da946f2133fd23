package io.fdscope.jfr;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertMonitor;
import java.util.function.Supplier;

/**
 * Our events in this JVM's flight recorder: in every recording that runs or will run, whoever starts it. While nobody
 * records, nothing but a listener is there; what fails is counted as {@link Edge#JFR} and reaches nobody else.
 *
 * <p>The events show the sample that the supplier gives, and only ask for it when a recording wants them.
 */
public final class FlightRecorderEvents implements AutoCloseable {
    private final Runnable undo;

    private FlightRecorderEvents(Runnable undo) {
        this.undo = undo;
    }

    /**
     * Installs them. Never throws: a JVM without a flight recorder is announced, and everything else goes on.
     *
     * @param latest gives the last sample, {@link Sample#NONE} before the first; must not wait
     * @param alerts whose changes of level become events
     * @param faults where our failures are counted, and whose first of each kind become events
     * @param announcer is told where this JVM has no flight recorder
     */
    public static FlightRecorderEvents install(
            Supplier<Sample> latest, AlertMonitor alerts, Faults faults, Announcer announcer) {
        try {
            return new FlightRecorderEvents(listen(latest, alerts, faults, announcer));
        } catch (Throwable e) {
            faults.record(Edge.JFR, e);
            return new FlightRecorderEvents(() -> {});
        }
    }

    /** Only from here on are classes of the flight recorder touched: a JVM may lack its module. */
    private static Runnable listen(Supplier<Sample> latest, AlertMonitor alerts, Faults faults, Announcer announcer) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            announcer.sayOnce("this JVM lacks the module jdk.jfr: no flight recorder events");
        } else if (!RecorderListener.isPossible()) {
            announcer.sayOnce("the flight recorder of this JVM is off: no flight recorder events");
        } else {
            JfrEdge edge = new JfrEdge(faults);
            RecorderListener listener = new RecorderListener(() -> new EventHooks(latest, alerts, faults), edge);
            listener.listen();
            return listener::close;
        }
        return () -> {};
    }

    /** Takes all of it back: no hook, listener or event type of ours stays. Events in running recordings stay. */
    @Override
    public void close() {
        undo.run();
    }
}
