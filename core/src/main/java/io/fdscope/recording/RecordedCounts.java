package io.fdscope.recording;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.event.FieldNames;
import io.fdscope.leak.AgedCounts;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one scan counted for one site: an event {@code io.fdscope.SiteEvidence}.
 *
 * @param scanNumber the scan
 * @param siteNumber the site
 * @param threadName a thread that created its sockets, the latest
 * @param counts how many there are
 * @param aged how many have been as they are for long enough
 * @param sampled open sockets that the counts rest on
 * @param sampledDrops the same of those dropped
 * @param causes what is wrong with those that are useless
 * @param oldestAgeMillis of the oldest open one; −1 where none is open
 * @param scaledOpen open ones as the history has them, scaled up by the rates alone
 * @param scaledLingering likewise
 * @param endpoints remote ends, the most frequent first
 */
record RecordedCounts(
        long scanNumber,
        long siteNumber,
        String threadName,
        SuspectCounts counts,
        AgedCounts aged,
        long sampled,
        long sampledDrops,
        Map<SuspectCause, Long> causes,
        long oldestAgeMillis,
        long scaledOpen,
        long scaledLingering,
        Map<String, Long> endpoints) {
    static RecordedCounts of(EventValues event) {
        return new RecordedCounts(
                event.number(FieldNames.SCAN_NUMBER),
                event.number(FieldNames.SITE_NUMBER),
                event.text(FieldNames.CREATING_THREAD),
                counts(event),
                aged(event),
                event.number(FieldNames.SAMPLED_COUNT),
                event.number(FieldNames.SAMPLED_DROP_COUNT),
                causes(event.text(FieldNames.CAUSES)),
                Math.max(EventValues.UNKNOWN, event.number(FieldNames.OLDEST_AGE)),
                event.number(FieldNames.SCALED_OPEN_COUNT),
                event.number(FieldNames.SCALED_LINGERING_COUNT),
                CountsText.read(event.text(FieldNames.ENDPOINTS)));
    }

    /** The point that it adds to the site's history. */
    SitePoint point(long millis) {
        return new SitePoint(millis, scaledOpen, scaledLingering, counts.created(), counts.droppedWithoutClose());
    }

    SiteEvidence with(RecordedSite site, List<SitePoint> history) {
        return new SiteEvidence(
                site.site(),
                threadName,
                counts,
                aged,
                sampled,
                sampledDrops,
                causes,
                oldestAgeMillis,
                history,
                endpoints,
                counts.heldAfterClose() > 0 ? site.closingStack() : "");
    }

    private static SuspectCounts counts(EventValues event) {
        long unidentified = event.number(FieldNames.UNIDENTIFIED_SOCKET_COUNT);
        return new SuspectCounts(
                event.number(FieldNames.OPEN_COUNT),
                unidentified,
                event.number(FieldNames.HELD_AFTER_CLOSE_COUNT),
                byState(event, unidentified),
                event.number(FieldNames.DROPPED_WITHOUT_CLOSE_COUNT),
                event.number(FieldNames.CREATED_COUNT),
                event.flag(FieldNames.ESTIMATED));
    }

    /** Unbound datagram sockets are among the unidentified there, and have a group of their own here. */
    private static Map<SocketGroup, Long> byState(EventValues event, long unidentified) {
        Map<SocketGroup, Long> byState = new EnumMap<>(SocketGroup.class);
        for (SocketGroup group : SocketGroup.values()) {
            byState.put(group, event.number(group.label()));
        }
        byState.put(SocketGroup.UNIDENTIFIED, unidentified - Math.max(0, byState.get(SocketGroup.UDP_UNBOUND)));
        byState.values().removeIf(count -> count <= 0);
        return byState;
    }

    private static AgedCounts aged(EventValues event) {
        return new AgedCounts(
                event.number(FieldNames.AGED_COUNT),
                event.number(FieldNames.AGED_DEAD_COUNT),
                event.number(FieldNames.AGED_HELD_AFTER_CLOSE_COUNT),
                event.number(FieldNames.AGED_CLOSE_WAIT_COUNT),
                event.number(FieldNames.AGED_HALF_CLOSED_COUNT),
                event.number(FieldNames.STALE_COUNT));
    }

    private static Map<SuspectCause, Long> causes(String text) {
        Map<SuspectCause, Long> causes = new EnumMap<>(SuspectCause.class);
        CountsText.read(text).forEach((label, count) -> causes.merge(RecordedSite.cause(label), count, Long::sum));
        return causes;
    }
}
