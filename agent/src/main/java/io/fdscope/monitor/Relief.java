package io.fdscope.monitor;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.leak.GarbageCanary;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.Verdict;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import io.fdscope.threshold.AlertLevel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The option {@code relief=gc}: while it is critical, and a standing suspect is proven to drop its sockets, has the garbage
 * collected, which closes them; at most once in ten minutes, on a thread of its own. Not again after a collection by which
 * no suspect's socket was closed, until the JVM's own collections have closed some; and never again where the JVM ignores
 * the request.
 */
final class Relief implements SampleSink {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(10);
    /** Of so many open sockets one must have been dropped. */
    private static final long LEAST_SHARE = 10;

    private final Supplier<AlertLevel> level;
    private final Supplier<Verdict> verdict;
    private final Consumer<Runnable> startThread;
    private final Announcer announcer;
    private final Faults faults;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final BooleanSupplier collector;
    private volatile boolean ignored;
    private long lastNanoTime;
    private long lastDropped;
    private boolean collectedOnce;

    Relief(
            Supplier<AlertLevel> level,
            Supplier<Verdict> verdict,
            Consumer<Runnable> startThread,
            Complaints complaints) {
        this(level, verdict, startThread, complaints, Relief::collectGarbage);
    }

    /** @param collector collects the garbage; false where the JVM ignores the request */
    Relief(
            Supplier<AlertLevel> level,
            Supplier<Verdict> verdict,
            Consumer<Runnable> startThread,
            Complaints complaints,
            BooleanSupplier collector) {
        this.level = level;
        this.verdict = verdict;
        this.startThread = startThread;
        announcer = complaints.announcer();
        faults = complaints.faults();
        this.collector = collector;
    }

    private static boolean collectGarbage() {
        GarbageCanary canary = new GarbageCanary();
        System.gc();
        return canary.isCollected();
    }

    @Override
    public void accept(Sample sample) {
        long now = sample.reading().nanoTime();
        boolean rested = !collectedOnce || now - lastNanoTime >= PAUSE_NANOS;
        if (ignored || !rested || level.get() != AlertLevel.CRITICAL) {
            return;
        }
        long dropped = droppedByTheGuilty();
        if (dropped > 0 && dropped != lastDropped && underWay.compareAndSet(false, true)) {
            collectedOnce = true;
            lastNanoTime = now;
            lastDropped = dropped;
            start();
        }
    }

    /** 0 where nobody is proven to drop. */
    private long droppedByTheGuilty() {
        return verdict.get().standing().stream()
                .map(Suspect::counts)
                .filter(Relief::areProvenDropped)
                .mapToLong(SuspectCounts::droppedWithoutClose)
                .sum();
    }

    /** A few drops long ago say nothing of a thousand that are open. */
    private static boolean areProvenDropped(SuspectCounts counts) {
        return counts.open() > 0
                && counts.droppedWithoutClose() > 0
                && LEAST_SHARE * counts.droppedWithoutClose() >= counts.open();
    }

    private void start() {
        try {
            startThread.accept(this::collect);
        } catch (RuntimeException | Error e) {
            lastDropped = 0;
            underWay.set(false);
            throw e;
        }
    }

    private void collect() {
        try {
            announcer.sayOnce("descriptors are critical and sockets were dropped without close: collecting the garbage,"
                    + " at most once in ten minutes (relief=gc)");
            if (!collector.getAsBoolean()) {
                ignored = true;
                announcer.sayOnce("this JVM ignores requests for a garbage collection (-XX:+DisableExplicitGC), so"
                        + " relief=gc can do nothing; jcmd "
                        + ProcessHandle.current().pid()
                        + " GC.run collects all the same");
            }
        } catch (Throwable e) { // The next time may be better, and nobody else is to hear of it.
            faults.record(Edge.SINK, e);
        } finally {
            underWay.set(false);
        }
    }
}
