package io.fdscope.jfr.dump;

import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertLevel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * When a recording is to be dumped: when critical is crossed, and when exhaustion comes to be forecast within a minute; at
 * most once in a given time. One that failed is tried again after a minute, as long as the reason lasts. Not thread safe;
 * fed by the sampling thread.
 */
final class DumpTrigger {
    private static final double FORECAST_SECONDS = 60;
    private static final long RETRY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Supplier<AlertLevel> level;
    private final Supplier<Duration> every;
    private final BooleanSupplier start;
    private boolean wasCritical;
    private boolean wasForecast;
    private boolean pending;
    private boolean dumpedOnce;
    private long lastNanoTime;
    private boolean lastFailed;
    private volatile boolean failed;

    /**
     * @param every the shortest time between two dumps
     * @param start has one written, on another thread; false where one is under way
     */
    DumpTrigger(Supplier<AlertLevel> level, Supplier<Duration> every, BooleanSupplier start) {
        this.level = level;
        this.every = every;
        this.start = start;
    }

    void accept(Sample sample) {
        boolean critical = level.get() == AlertLevel.CRITICAL;
        double seconds = sample.trend().secondsToExhaustion();
        boolean forecast = seconds >= 0 && seconds <= FORECAST_SECONDS;
        if (failed) {
            failed = false;
            lastFailed = true;
            pending = true;
        }
        pending |= (critical && !wasCritical) || (forecast && !wasForecast);
        pending &= critical || forecast;
        wasCritical = critical;
        wasForecast = forecast;
        if (pending && isRested(sample.reading().nanoTime()) && start.getAsBoolean()) {
            pending = false;
            dumpedOnce = true;
            lastNanoTime = sample.reading().nanoTime();
            lastFailed = false;
        }
    }

    private boolean isRested(long now) {
        long rest = every.get().toNanos();
        return !dumpedOnce || now - lastNanoTime >= (lastFailed ? Math.min(rest, RETRY_NANOS) : rest);
    }

    /** The last one came to nothing. From any thread. */
    void failed() {
        failed = true;
    }
}
