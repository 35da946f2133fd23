package io.fdscope.recording;

import java.util.List;

/**
 * One event of a recording as plain values, whichever library has read it. What the event does not have, or has of another
 * kind than is asked for, is as if it were not known.
 */
public interface EventValues {
    /** What stands for a number that the event does not have, as for one that was not known when it was written. */
    long UNKNOWN = -1;

    /** The event type's name: {@code io.fdscope.LeakEvidence}, {@code jdk.SocketRead}. */
    String name();

    /** When it began, milliseconds since 1970. */
    long startMillis();

    /** From its beginning to its end, in nanoseconds; 0 where it has no duration. */
    long durationNanos();

    /**
     * A whole number as it was recorded; of our own events a time span in milliseconds, and a moment in milliseconds since
     * 1970; {@link #UNKNOWN} where there is none.
     */
    long number(String field);

    /** A fraction, a growth; NaN where there is none. */
    double fraction(String field);

    /** False where there is none. */
    boolean flag(String field);

    /** Empty where there is none. */
    String text(String field);

    /** The stack, innermost first, without a source file's name where that was not recorded; empty where there is none. */
    List<StackTraceElement> frames();
}
