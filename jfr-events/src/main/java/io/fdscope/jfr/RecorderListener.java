package io.fdscope.jfr;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * Waits for the JVM's flight recorder to come to life, which the first recording, {@code jcmd} or JMC does to it, and
 * makes our event types known before any recording starts. Where it is alive already, that is at once. Our hooks follow
 * when there is something to show, which is when it comes to life or later.
 *
 * <p>A recording from the JVM's start brings it to life while fdscope starts. Types that are there before the recording need
 * no class to be transformed again; after it, each does by itself, and each time the JVM throws away what its compiler is at.
 *
 * <p>Making them known brings the recorder's whole machinery with it, whether or not anybody records: about 430 classes and
 * 0.3 s on JDK 17, 490 and 0.37 s on 25, at the start of the host. Listening costs 100 and 0.03 s, 22 and 0.01 s.
 *
 * <p>Holds no lock: the flight recorder calls with its own lock held, and {@link #close} calls into it.
 */
final class RecorderListener implements FlightRecorderListener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final Runnable onRecorder;
    private final JfrEdge edge;
    private final AtomicReference<EventHooks> hooks = new AtomicReference<>();
    private volatile Optional<Supplier<EventHooks>> create = Optional.empty();
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile Runnable forget = () -> {};
    private volatile boolean coming;
    private volatile boolean closed;

    RecorderListener(Runnable onRecorder, JfrEdge edge) {
        this.onRecorder = onRecorder;
        this.edge = edge;
    }

    /** Whether this JVM can record at all: {@code -XX:-FlightRecorder} and some virtual machines cannot. */
    static boolean isPossible() {
        return FlightRecorder.isAvailable();
    }

    void listen() {
        edge.run(() -> FlightRecorder.addListener(this));
    }

    /**
     * Has events written from now on. Where the recorder is coming to life just now, waits for it, for a time.
     *
     * @param undo run by {@link #close}
     */
    void show(Supplier<EventHooks> made, Runnable undo) {
        forget = undo;
        create = Optional.of(made);
        if (coming) {
            awaitTypes();
        }
        edge.run(this::hookIn);
    }

    /** So that the first scan, which comes next, is in the recording. */
    private void awaitTypes() {
        try {
            boolean unused = known.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        coming = true;
        edge.run(onRecorder);
        edge.run(() -> EventHooks.registerTypes(edge));
        known.countDown();
        edge.run(this::hookIn);
        if (closed) {
            edge.run(this::takeBack); // Closed meanwhile, perhaps before anything was there to be taken back.
        }
    }

    /** On the thread that comes last: of who brings the recorder to life, and of who has something to show. */
    private void hookIn() {
        if (isKnown() && create.isPresent()) {
            EventHooks made = create.get().get();
            if (hooks.compareAndSet(null, made)) {
                made.register();
                if (closed) {
                    takeBack();
                }
            }
        }
    }

    private boolean isKnown() {
        return known.getCount() == 0;
    }

    private void takeBack() {
        EventHooks made = hooks.get();
        if (made != null) {
            edge.run(made::close);
        }
        if (isKnown()) {
            EventHooks.unregisterTypes(edge);
        }
    }

    @Override
    public void close() {
        closed = true;
        edge.run(() -> FlightRecorder.removeListener(this));
        edge.run(forget);
        edge.run(this::takeBack);
    }
}
