package io.fdscope.jfr;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.origin.SocketListener;
import java.util.function.Function;

/**
 * Our events in this JVM's flight recorder: in every recording that runs or will run, whoever starts it. While nobody
 * records, nothing but a listener is there; what fails is counted as {@link Edge#JFR} and reaches nobody else.
 *
 * <p>The events show what their sources give, and only ask when a recording wants them.
 */
public final class FlightRecorderEvents implements AutoCloseable {
    private static final FlightRecorderEvents NOTHING =
            new FlightRecorderEvents(sources -> SocketListener.NONE, () -> {});

    private final Function<EventSources, SocketListener> show;
    private final Runnable undo;
    private volatile SocketListener sockets = SocketListener.NONE;

    private FlightRecorderEvents(Function<EventSources, SocketListener> show, Runnable undo) {
        this.show = show;
        this.undo = undo;
    }

    /**
     * Listens, and shows at once what there is. Never throws, see {@link #listen}.
     *
     * @param sources where the events get what they show
     * @param announcer is told where this JVM has no flight recorder
     */
    public static FlightRecorderEvents install(EventSources sources, Announcer announcer) {
        FlightRecorderEvents events = listen(() -> {}, sources.faults(), announcer);
        events.show(sources);
        return events;
    }

    /**
     * Makes our event types known to the flight recorder as soon as there is one; {@link #show} has them written. Best
     * called early: types that the recorder knows before the first recording, it prepares all at once, later ones one by
     * one. Never throws: a JVM without a flight recorder is announced, and everything else goes on.
     *
     * @param onRecorder run when the flight recorder comes to life, before anything is recorded, or at once where it has
     * @param faults where our failures are counted
     * @param announcer is told where this JVM has no flight recorder
     */
    public static FlightRecorderEvents listen(Runnable onRecorder, Faults faults, Announcer announcer) {
        try {
            return toRecorder(onRecorder, faults, announcer);
        } catch (Throwable e) {
            faults.record(Edge.JFR, e);
            return NOTHING;
        }
    }

    /** Whether this JVM can record. */
    public static boolean arePossible() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent() && RecorderListener.isPossible();
    }

    /** Only from here on are classes of the flight recorder touched: a JVM may lack its module. */
    private static FlightRecorderEvents toRecorder(Runnable onRecorder, Faults faults, Announcer announcer) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            announcer.sayOnce("this JVM lacks the module jdk.jfr: no flight recorder events");
        } else if (!RecorderListener.isPossible()) {
            announcer.sayOnce("the flight recorder of this JVM is off: no flight recorder events");
        } else {
            RecorderListener listener = new RecorderListener(onRecorder, new JfrEdge(faults));
            listener.listen();
            return new FlightRecorderEvents(sources -> show(listener, sources), listener::close);
        }
        return NOTHING;
    }

    private static SocketListener show(RecorderListener listener, EventSources sources) {
        SocketEvents sockets = new SocketEvents(sources.latest());
        EvidenceEvents evidence =
                new EvidenceEvents(sources.latest(), sources.leaks().tracing(), new JfrEdge(sources.faults()));
        sources.leaks().verdicts().listen(evidence);
        listener.show(
                () -> new EventHooks(sources, sockets, evidence),
                () -> sources.leaks().verdicts().forget(evidence));
        return sockets;
    }

    /** Has events written from now on. Once only; never throws. */
    public void show(EventSources sources) {
        try {
            sockets = show.apply(sources);
        } catch (Throwable e) {
            sources.faults().record(Edge.JFR, e);
        }
    }

    /**
     * Who is to be told of every socket from {@link #show} on, so that it becomes an event; does nothing while there is no
     * flight recorder.
     */
    public SocketListener sockets() {
        return sockets;
    }

    /** Takes all of it back: no hook, listener or event type of ours stays. Events in running recordings stay. */
    @Override
    public void close() {
        undo.run();
    }
}
