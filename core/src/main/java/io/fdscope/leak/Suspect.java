package io.fdscope.leak;

import io.fdscope.origin.CreationSite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A creation site that leaks, by what was seen. Immutable.
 *
 * @param site where its sockets were created; without frames where that is not known (created before tracing)
 * @param threadName a thread that created them, the latest
 * @param state stands, or has been cleared
 * @param cause what is wrong with most of them
 * @param counts how many
 * @param concerned of those open, how many the cause is about
 * @param oldestAgeMillis age of the oldest open one; −1 is unknown
 * @param growthPerMinute sockets a minute, of this site; NaN is unknown
 * @param endpoints remote ends, host:port as given, of those open, with their counts; the most frequent first, at most 10
 * @param closingStack where Java closed those that are held after close, a frame a line; else empty
 */
public record Suspect(
        CreationSite site,
        String threadName,
        SuspectState state,
        SuspectCause cause,
        SuspectCounts counts,
        long concerned,
        long oldestAgeMillis,
        double growthPerMinute,
        Map<String, Long> endpoints,
        String closingStack) {
    /** Keeps the order of the endpoints. */
    public Suspect {
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    }

    /** How many the cause is about, open or not. */
    public long involved() {
        return cause == SuspectCause.DROPPED ? counts.droppedWithoutClose() : concerned;
    }

    /** One whose cause is about those that its counts show in such a state. */
    public Suspect(
            CreationSite site,
            String threadName,
            SuspectState state,
            SuspectCause cause,
            SuspectCounts counts,
            long oldestAgeMillis,
            double growthPerMinute,
            Map<String, Long> endpoints,
            String closingStack) {
        this(
                site,
                threadName,
                state,
                cause,
                counts,
                counts.concernedBy(cause),
                oldestAgeMillis,
                growthPerMinute,
                endpoints,
                closingStack);
    }
}
