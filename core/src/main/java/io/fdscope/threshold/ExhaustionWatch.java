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
 * again only after a tenth of the limit has been free. Where calls fail though the sample after them shows that, as they do
 * with a full table of the system, it does so after a minute without a failure, or when a sample shows no descriptor left.
 */
public final class ExhaustionWatch implements SampleSink {
    private static final int TENTH = 10;
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final List<Consumer<Exhaustion>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> failure = new AtomicReference<>("");
    private boolean exhausted;
    private boolean toldWithRoom;
    private boolean failedWithRoom;
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
            boolean isNews = !exhausted || (toldWithRoom && headroom == 0);
            exhausted = true;
            failedWithRoom = hasRoom;
            lastNanoTime = now;
            if (isNews) {
                toldWithRoom = hasRoom;
                listeners.forEach(listener -> listener.accept(new Exhaustion(failed, sample)));
            }
        } else if (hasRoom && !(failedWithRoom && now - lastNanoTime < QUIET_NANOS)) {
            exhausted = false;
        }
    }
}
