package io.fdscope.jmc.ui.recorded;

import java.util.concurrent.TimeUnit;

/**
 * From the last point straight to the limit.
 *
 * @param fromMillis the last point, milliseconds since 1970
 * @param fromCount open then
 * @param fullMillis when none is left
 * @param limit how many are open then
 */
public record Forecast(long fromMillis, double fromCount, long fullMillis, double limit) {
    static final long MOST_MILLIS = TimeUnit.DAYS.toMillis(36_500);

    private static final long WORTH_TELLING_MILLIS = TimeUnit.DAYS.toMillis(365);

    /** How many are open at a moment of that time. */
    public double countAt(long epochMillis) {
        return fromCount + (limit - fromCount) * (epochMillis - fromMillis) / Math.max(1, fullMillis - fromMillis);
    }

    /** From the last point on, in milliseconds. */
    public long millisLeft() {
        return fullMillis - fromMillis;
    }

    /** Whether it is soon enough to be believed. */
    public boolean isWorthTelling() {
        return millisLeft() < WORTH_TELLING_MILLIS;
    }
}
