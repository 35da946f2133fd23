package io.fdscope.jfr;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * Waits for the JVM's flight recorder to come to life, which the first recording, {@code jcmd} or JMC does to it, and
 * hooks our events in before any recording starts. Where it is alive already, that is at once.
 *
 * <p>Hooking in brings the recorder's whole machinery with it, whether or not anybody records: about 430 classes and
 * 0.3 s on JDK 17, 490 and 0.37 s on 25, at the start of the host. Listening costs 100 and 0.03 s, 22 and 0.01 s.
 *
 * <p>Holds no lock: the flight recorder calls with its own lock held, and {@link #close} calls into it.
 */
final class RecorderListener implements FlightRecorderListener, AutoCloseable {
    private final Supplier<EventHooks> create;
    private final JfrEdge edge;
    private final AtomicReference<EventHooks> hooks = new AtomicReference<>();
    private volatile boolean closed;

    RecorderListener(Supplier<EventHooks> create, JfrEdge edge) {
        this.create = create;
        this.edge = edge;
    }

    /** Whether this JVM can record at all: {@code -XX:-FlightRecorder} and some virtual machines cannot. */
    static boolean isPossible() {
        return FlightRecorder.isAvailable();
    }

    void listen() {
        edge.run(() -> FlightRecorder.addListener(this));
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        edge.run(this::register);
    }

    private void register() {
        EventHooks made = create.get();
        if (hooks.compareAndSet(null, made)) {
            made.register();
            if (closed) {
                made.close(); // Closed meanwhile, perhaps before anything was there to be taken back.
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        edge.run(() -> FlightRecorder.removeListener(this));
        EventHooks made = hooks.get();
        if (made != null) {
            edge.run(made::close);
        }
    }
}
