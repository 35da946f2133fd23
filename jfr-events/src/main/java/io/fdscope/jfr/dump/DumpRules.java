package io.fdscope.jfr.dump;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * How often recordings are written that nobody has asked for, and how many of them are kept.
 *
 * @param every the shortest time between two
 * @param most of one process, 1 or more
 * @param clock that they are called after
 */
record DumpRules(Supplier<Duration> every, int most, InstantSource clock) {
    /** Four hours of a process that gets critical again and again, and 2.4 GB of our own recording. */
    private static final int MOST = 24;

    static DumpRules of(Supplier<Duration> every) {
        return new DumpRules(every, MOST, InstantSource.system());
    }
}
