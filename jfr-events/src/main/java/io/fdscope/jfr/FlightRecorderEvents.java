package io.fdscope.jfr;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.origin.SocketListener;

/**
 * Our events in this JVM's flight recorder: in every recording that runs or will run, whoever starts it. While nobody
 * records, nothing but a listener is there; what fails is counted as {@link Edge#JFR} and reaches nobody else.
 *
 * <p>The events show what their sources give, and only ask when a recording wants them.
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
     * @param sources where the events get what they show
     * @param announcer is told where this JVM has no flight recorder
     */
    public static FlightRecorderEvents install(EventSources sources, Announcer announcer) {
        try {
            return listen(sources, announcer);
        } catch (Throwable e) {
            sources.faults().record(Edge.JFR, e);
            return NOTHING;
        }
    }

    /** Whether this JVM can record. */
    public static boolean arePossible() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() && RecorderListener.isPossible();
    }

    /** Only from here on are classes of the flight recorder touched: a JVM may lack its module. */
    private static FlightRecorderEvents listen(EventSources sources, Announcer announcer) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            announcer.sayOnce("this JVM lacks the module jdk.jfr: no flight recorder events");
        } else if (!RecorderListener.isPossible()) {
            announcer.sayOnce("the flight recorder of this JVM is off: no flight recorder events");
        } else {
            JfrEdge edge = new JfrEdge(sources.faults());
            SocketEvents sockets = new SocketEvents(sources.latest());
            RecorderListener listener = new RecorderListener(() -> hooks(sources, sockets), edge);
            listener.listen();
            return new FlightRecorderEvents(sockets, listener::close);
        }
        return NOTHING;
    }

    private static EventHooks hooks(EventSources sources, SocketEvents sockets) {
        sources.onRecorder().run();
        return new EventHooks(sources, sockets);
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
