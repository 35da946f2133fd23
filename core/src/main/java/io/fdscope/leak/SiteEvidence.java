package io.fdscope.leak;

import io.fdscope.origin.CreationSite;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of one site's sockets. Immutable.
 *
 * @param site where they were created; without frames where that is not known
 * @param threadName a thread that created them, the latest
 * @param counts how many there are
 * @param aged how many have been as they are for long enough
 * @param sampled open sockets that are known to be of this site: what the counts rest on
 * @param sampledDrops the same of those dropped
 * @param causes what is wrong with those counted as useless in {@code aged}, as far as can be told
 * @param oldestAgeMillis age of the oldest open one; −1 where none is open
 * @param history oldest point first; the last one is now
 * @param endpoints remote ends of those open with their counts, the most frequent first, at most 10
 * @param closingStack where Java closed those that are held after close, a frame a line; else empty
 */
public record SiteEvidence(
        CreationSite site,
        String threadName,
        SuspectCounts counts,
        AgedCounts aged,
        long sampled,
        long sampledDrops,
        Map<SuspectCause, Long> causes,
        long oldestAgeMillis,
        List<SitePoint> history,
        Map<String, Long> endpoints,
        String closingStack) {
    /** Copies, and keeps the order of the endpoints. */
    public SiteEvidence {
        causes = Map.copyOf(causes);
        history = List.copyOf(history);
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
    }

    /** Whether its sockets' creation is known. */
    boolean isTraced() {
        return !site.frames().isEmpty();
    }

    SitePoint now() {
        return history.get(history.size() - 1);
    }
}
