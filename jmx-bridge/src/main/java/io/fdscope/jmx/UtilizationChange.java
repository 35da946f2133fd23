package io.fdscope.jmx;

import io.fdscope.procfs.Reading;
import io.fdscope.threshold.Alert;

/** A change of level as a JMX client sees it. Unknown is −1, growth NaN. */
public final class UtilizationChange {
    private final Alert alert;

    UtilizationChange(Alert alert) {
        this.alert = alert;
    }

    /** {@code warn}, {@code critical} or {@code recovered}. */
    public String getLevel() {
        return alert.level().label();
    }

    /** The level before; {@code recovered} stands for none. */
    public String getPreviousLevel() {
        return alert.previous().label();
    }

    /** Open descriptors, as the kernel counts them. */
    public long getOpenCount() {
        return reading().openCount();
    }

    /** The limit in force. */
    public long getSoftLimit() {
        return reading().limits().soft();
    }

    /** Open count over soft limit, 0 to 1. */
    public double getUtilization() {
        return Double.isNaN(reading().utilization())
                ? Reading.UNKNOWN
                : reading().utilization();
    }

    /** Descriptors a minute. */
    public double getGrowthPerMinute() {
        return alert.sample().trend().growthPerMinute();
    }

    /** Until the limit is reached at this growth, in seconds. */
    public double getSecondsToExhaustion() {
        return alert.sample().trend().secondsToExhaustion();
    }

    private Reading reading() {
        return alert.sample().reading();
    }
}
