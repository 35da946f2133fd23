package io.fdscope.monitor;

import io.fdscope.fault.Announcer;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.Verdict;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import io.fdscope.threshold.AlertLevel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The option {@code relief=gc}: while it is critical, and a standing suspect is proven to drop its sockets, has the garbage
 * collected, which closes them; at most once in ten minutes, on a thread of its own.
 */
final class Relief implements SampleSink {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Supplier<AlertLevel> level;
    private final Supplier<Verdict> verdict;
    private final Consumer<Runnable> startThread;
    private final Announcer announcer;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long lastNanoTime;
    private boolean collectedOnce;

    Relief(Supplier<AlertLevel> level, Supplier<Verdict> verdict, Consumer<Runnable> startThread, Announcer announcer) {
        this.level = level;
        this.verdict = verdict;
        this.startThread = startThread;
        this.announcer = announcer;
    }

    @Override
    public void accept(Sample sample) {
        long now = sample.reading().nanoTime();
        boolean rested = !collectedOnce || now - lastNanoTime >= PAUSE_NANOS;
        if (rested && level.get() == AlertLevel.CRITICAL && dropsSockets() && underWay.compareAndSet(false, true)) {
            collectedOnce = true;
            lastNanoTime = now;
            start();
        }
    }

    private boolean dropsSockets() {
        return verdict.get().standing().stream().anyMatch(Relief::isProvenDropped);
    }

    private static boolean isProvenDropped(Suspect suspect) {
        return suspect.counts().open() > 0 && suspect.counts().droppedWithoutClose() > 0;
    }

    private void start() {
        try {
            startThread.accept(this::collect);
        } catch (RuntimeException | Error e) {
            underWay.set(false);
            throw e;
        }
    }

    private void collect() {
        try {
            announcer.sayOnce("descriptors are critical and sockets were dropped without close: collecting the garbage,"
                    + " at most once in ten minutes (relief=gc)");
            System.gc();
        } finally {
            underWay.set(false);
        }
    }
}
