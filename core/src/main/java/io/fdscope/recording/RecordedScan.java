package io.fdscope.recording;

import io.fdscope.event.FieldNames;
import io.fdscope.leak.Evidence;
import io.fdscope.leak.LeakThresholds;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.Thresholds;
import java.time.Duration;
import java.util.List;

/**
 * What was judged at one scan, but for the sites: an event {@code io.fdscope.LeakEvidence}. The figures of the system as a
 * whole, which no verdict rests on, are not in it.
 *
 * @param number of the scan, from 1; a new fdscope in the process begins anew
 * @param scanned false where the sockets could not be looked at
 * @param evidence what was seen, without sites
 * @param thresholds what it took to be a suspect then
 * @param processIdentifier of the process; −1 is unknown
 * @param missingHooks how many tracing points its JDK lacks
 * @param siteCount how many sites were written with it
 * @param leftOut how many were not, for there were too many
 */
record RecordedScan(
        long number,
        boolean scanned,
        Evidence evidence,
        LeakThresholds thresholds,
        long processIdentifier,
        int missingHooks,
        long siteCount,
        long leftOut) {
    static RecordedScan of(EventValues event) {
        return new RecordedScan(
                event.number(FieldNames.SCAN_NUMBER),
                event.flag(FieldNames.SCANNED),
                evidence(event),
                thresholds(event),
                event.number(FieldNames.PROCESS_IDENTIFIER),
                (int) Math.max(0, event.number(FieldNames.MISSING_HOOK_COUNT)),
                event.number(FieldNames.SITE_COUNT),
                Math.max(0, event.number(FieldNames.LEFT_OUT_COUNT)));
    }

    /** The moment of the scan, milliseconds since 1970. */
    long epochMillis() {
        return evidence.reading().epochMillis();
    }

    Evidence with(List<SiteEvidence> sites) {
        return new Evidence(
                evidence.millis(),
                evidence.reading(),
                evidence.trend(),
                evidence.unidentified(),
                evidence.unattributed(),
                sites,
                evidence.tracing());
    }

    /** Tells one tracing from the next, and from none: what is known of suspects does not outlive it. */
    long tracedSince() {
        return evidence.tracing().enabled() ? evidence.tracing().sinceEpochMillis() : -1;
    }

    private static Evidence evidence(EventValues event) {
        long moment = event.number(FieldNames.MOMENT);
        Limits limits =
                new Limits(limit(event.number(FieldNames.SOFT_LIMIT)), limit(event.number(FieldNames.HARD_LIMIT)));
        Reading reading = new Reading(
                event.number(FieldNames.SCAN_TIME),
                moment * 1_000_000,
                event.number(FieldNames.OPEN_COUNT),
                limits,
                SystemFiles.UNKNOWN,
                SocketFigures.UNKNOWN);
        return new Evidence(
                moment,
                reading,
                trend(event),
                event.number(FieldNames.UNIDENTIFIED_SOCKET_COUNT),
                event.number(FieldNames.UNATTRIBUTED_SOCKET_COUNT),
                List.of(),
                tracing(event));
    }

    private static long limit(long recorded) {
        return recorded == Integer.MAX_VALUE ? Limits.UNLIMITED : recorded;
    }

    private static Trend trend(EventValues event) {
        long millisLeft = event.number(FieldNames.TIME_TO_EXHAUSTION);
        return new Trend(
                event.fraction(FieldNames.GROWTH_PER_MINUTE), millisLeft < 0 ? Reading.UNKNOWN : millisLeft / 1000.0);
    }

    private static TracingFacts tracing(EventValues event) {
        return new TracingFacts(
                event.flag(FieldNames.TRACING_ENABLED),
                Math.max(0, event.number(FieldNames.TRACING_SINCE)),
                event.number(FieldNames.CREATED_COUNT),
                (int) event.number(FieldNames.SAMPLED_ONE_IN),
                event.number(FieldNames.LOST_COUNT),
                event.number(FieldNames.DROPPED_WITHOUT_CLOSE_COUNT),
                event.number(FieldNames.HELD_AFTER_CLOSE_COUNT));
    }

    private static LeakThresholds thresholds(EventValues event) {
        try {
            return new LeakThresholds(
                    Duration.ofMillis(event.number(FieldNames.SUSPECT_AGE)),
                    (int) event.number(FieldNames.SUSPECT_COUNT),
                    Thresholds.parse(event.text(FieldNames.CRITICAL_THRESHOLD)));
        } catch (IllegalArgumentException e) {
            return LeakThresholds.DEFAULT; // Of no fdscope that there is.
        }
    }
}
