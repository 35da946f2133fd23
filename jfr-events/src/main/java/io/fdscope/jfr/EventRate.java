package io.fdscope.jfr;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so many events through in each second, and counts the others. The flight recorder's own throttle comes with JDK 25. */
final class EventRate {
    private static final long SECOND = 1_000_000_000;

    private final int most;
    /** Number of the second in the upper half, events in it in the lower. */
    private final AtomicLong window = new AtomicLong();

    private final AtomicInteger leftOut = new AtomicInteger();

    EventRate(int mostPerSecond) {
        most = mostPerSecond;
    }

    /** Whether an event may be written now; one that may not is counted. */
    boolean admits(long nanoTime) {
        long second = Math.floorDiv(nanoTime, SECOND) & 0x7fff_ffffL;
        long seen = window.get();
        while (true) {
            int count = seen >>> 32 == second ? (int) seen : 0;
            if (count >= most) {
                leftOut.incrementAndGet();
                return false;
            }
            long next = second << 32 | count + 1;
            if (window.compareAndSet(seen, next)) {
                return true;
            }
            seen = window.get();
        }
    }

    /** Those left out since this was last asked. */
    int takeLeftOut() {
        return leftOut.get() == 0 ? 0 : leftOut.getAndSet(0);
    }
}
