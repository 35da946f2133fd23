package io.fdscope.threshold;

import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Tells once that no descriptor is left: because a socket call has failed for it, or because a sample shows it. It tells
 * again only after a tenth of the limit has been free; where calls fail although it is, for the table of the system is full,
 * after a minute without a failure.
 */
public final class ExhaustionWatch implements SampleSink {
    private static final int TENTH = 10;
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final List<Consumer<Exhaustion>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> failure = new AtomicReference<>("");
    private boolean exhausted;
    private boolean hadRoom;
    private long lastNanoTime;

    /** Adds a listener; it is called on the sampling thread. */
    public void listen(Consumer<Exhaustion> listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void forget(Consumer<Exhaustion> listener) {
        listeners.remove(listener);
    }

    /** A socket call has failed with EMFILE or ENFILE. For the application's thread: it does not wait, and tells nobody. */
    public void failed(IOException cause) {
        if (failure.get().isEmpty()) {
            failure.set(String.valueOf(cause));
        }
    }

    @Override
    public void accept(Sample sample) {
        String failed = failure.getAndSet("");
        long headroom = sample.reading().headroom();
        boolean hasRoom = headroom > sample.reading().limits().soft() / TENTH;
        long now = sample.reading().nanoTime();
        if (headroom == 0 || !failed.isEmpty()) {
            hadRoom = hasRoom;
            lastNanoTime = now;
            if (!exhausted) {
                exhausted = true;
                listeners.forEach(listener -> listener.accept(new Exhaustion(failed, sample)));
            }
        } else if (hasRoom && !(hadRoom && now - lastNanoTime < QUIET_NANOS)) {
            exhausted = false;
        }
    }
}
