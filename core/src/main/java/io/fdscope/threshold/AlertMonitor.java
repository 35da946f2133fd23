package io.fdscope.threshold;

import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import io.fdscope.sample.Trend;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Watches samples and tells of each change of level, once: edge-triggered, with hysteresis. Each condition has its own,
 * so that the end of a critical one leaves a warning behind only where a condition of the warning holds.
 */
public final class AlertMonitor implements SampleSink {
    private final List<Consumer<Alert>> listeners = new CopyOnWriteArrayList<>();
    private volatile Thresholds warn;
    private volatile Thresholds critical;
    private volatile AlertLevel level = AlertLevel.NORMAL;
    private Set<Threshold> warnHolding = Set.of();
    private Set<Threshold> criticalHolding = Set.of();

    public AlertMonitor(Thresholds warn, Thresholds critical) {
        this.warn = warn;
        this.critical = critical;
    }

    /** Changes the thresholds, from the next sample on. */
    public void setThresholds(Thresholds changedWarn, Thresholds changedCritical) {
        warn = changedWarn;
        critical = changedCritical;
    }

    /** Adds a listener for changes of level; it is called on the sampling thread. */
    public void listen(Consumer<Alert> listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void forget(Consumer<Alert> listener) {
        listeners.remove(listener);
    }

    /** The level as of the last sample. */
    public AlertLevel level() {
        return level;
    }

    @Override
    public void accept(Sample sample) {
        if (sample.reading().openCount() < 0) {
            return; // Nothing is known at this tick, so nothing has changed.
        }
        AlertLevel before = level;
        AlertLevel now = levelAfter(sample.reading(), sample.trend());
        if (now != before) {
            level = now;
            Alert alert = new Alert(now, before, sample);
            tell(alert);
        }
    }

    /** A listener that throws keeps nobody else from being told; what it threw goes on to the sampler, which counts it. */
    private void tell(Alert alert) {
        RuntimeException first = null;
        for (Consumer<Alert> listener : listeners) {
            try {
                listener.accept(alert);
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private AlertLevel levelAfter(Reading reading, Trend trend) {
        warnHolding = warn.holding(warnHolding, reading, trend);
        criticalHolding = critical.holding(criticalHolding, reading, trend);
        if (!criticalHolding.isEmpty()) {
            return AlertLevel.CRITICAL;
        }
        return warnHolding.isEmpty() ? AlertLevel.NORMAL : AlertLevel.WARN;
    }
}
