package io.fdscope.jfr;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.origin.SocketListener;
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
    private static final FlightRecorderEvents NOTHING = new FlightRecorderEvents(SocketListener.NONE, () -> {});

    private final SocketListener sockets;
    private final Runnable undo;

    private FlightRecorderEvents(SocketListener sockets, Runnable undo) {
        this.sockets = sockets;
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
            return listen(latest, alerts, faults, announcer);
        } catch (Throwable e) {
            faults.record(Edge.JFR, e);
            return NOTHING;
        }
    }

    /** Only from here on are classes of the flight recorder touched: a JVM may lack its module. */
    private static FlightRecorderEvents listen(
            Supplier<Sample> latest, AlertMonitor alerts, Faults faults, Announcer announcer) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            announcer.sayOnce("this JVM lacks the module jdk.jfr: no flight recorder events");
        } else if (!RecorderListener.isPossible()) {
            announcer.sayOnce("the flight recorder of this JVM is off: no flight recorder events");
        } else {
            JfrEdge edge = new JfrEdge(faults);
            SocketEvents sockets = new SocketEvents(latest);
            RecorderListener listener =
                    new RecorderListener(() -> new EventHooks(latest, alerts, faults, sockets), edge);
            listener.listen();
            return new FlightRecorderEvents(sockets, listener::close);
        }
        return NOTHING;
    }

    /** Who is to be told of every socket, so that it becomes an event; does nothing while there is no flight recorder. */
    public SocketListener sockets() {
        return sockets;
    }

    /** Takes all of it back: no hook, listener or event type of ours stays. Events in running recordings stay. */
    @Override
    public void close() {
        undo.run();
    }
}
