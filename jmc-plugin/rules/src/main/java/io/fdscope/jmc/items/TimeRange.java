package io.fdscope.jmc.items;

import java.util.concurrent.TimeUnit;

/**
 * From one moment on, up to another.
 *
 * @param fromNanos the first moment of it, nanoseconds since 1970
 * @param toNanos the first moment after it
 */
public record TimeRange(long fromNanos, long toNanos) {
    /** Without begin and end. */
    public static final TimeRange ALWAYS = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /** @throws IllegalArgumentException if it ends before it begins */
    public TimeRange {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException(fromNanos + " to " + toNanos);
        }
    }

    /** The time between two moments, milliseconds since 1970, whichever is the first. */
    public static TimeRange ofMillis(long one, long other) {
        return new TimeRange(
                TimeUnit.MILLISECONDS.toNanos(Math.min(one, other)),
                TimeUnit.MILLISECONDS.toNanos(Math.max(one, other)));
    }

    /** From a moment on, milliseconds since 1970. */
    public static TimeRange fromMillis(long epochMillis) {
        return new TimeRange(TimeUnit.MILLISECONDS.toNanos(epochMillis), Long.MAX_VALUE);
    }

    /** Whether a moment is in it, nanoseconds since 1970. */
    public boolean holds(long nanos) {
        return fromNanos <= nanos && nanos < toNanos;
    }

    /** Its begin, milliseconds since 1970. */
    public long fromMillis() {
        return TimeUnit.NANOSECONDS.toMillis(fromNanos);
    }

    /** Its end. */
    public long toMillis() {
        return TimeUnit.NANOSECONDS.toMillis(toNanos);
    }
}
