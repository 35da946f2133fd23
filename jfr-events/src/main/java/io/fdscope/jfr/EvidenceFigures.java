package io.fdscope.jfr;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.leak.AgedCounts;
import io.fdscope.leak.Evidence;
import io.fdscope.leak.Judged;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectMemory;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.recording.CountsText;
import io.fdscope.recording.HistoryText;
import io.fdscope.recording.StackText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns what was judged into the fields of the events about it, so that it can be judged again. */
final class EvidenceFigures {
    private final Judged judged;

    EvidenceFigures(Judged judged) {
        this.judged = judged;
    }

    void whole(LeakEvidenceEvent event) {
        Evidence evidence = judged.evidence();
        Limits limits = evidence.reading().limits();
        event.scanNumber = SampleFigures.count(judged.scanNumber());
        event.scanTime = evidence.reading().epochMillis();
        event.moment = evidence.millis();
        event.scanned = judged.scanned();
        event.openCount = SampleFigures.count(evidence.reading().openCount());
        event.softLimit = SampleFigures.count(limits.soft());
        event.hardLimit = SampleFigures.count(limits.hard());
        event.growthPerMinute = evidence.trend().growthPerMinute();
        event.timeToExhaustion = SampleFigures.millis(evidence.trend().secondsToExhaustion());
        event.unidentifiedSocketCount = SampleFigures.count(evidence.unidentified());
        event.unattributedSocketCount = SampleFigures.count(evidence.unattributed());
        event.suspectAge = judged.thresholds().suspectAge().toMillis();
        event.suspectCount = judged.thresholds().suspectCount();
        event.criticalThreshold = judged.thresholds().critical().toString();
        tracing(event, evidence.tracing());
    }

    private static void tracing(LeakEvidenceEvent event, TracingFacts tracing) {
        event.tracingEnabled = tracing.enabled();
        event.tracingSince = tracing.sinceEpochMillis() == 0 ? SampleFigures.UNKNOWN_TIME : tracing.sinceEpochMillis();
        event.createdCount = tracing.created();
        event.sampledOneIn = tracing.sampledOneIn();
        event.lostCount = SampleFigures.count(tracing.lost());
        event.droppedWithoutCloseCount = SampleFigures.count(tracing.droppedWithoutClose());
        event.heldAfterCloseCount = SampleFigures.count(tracing.heldAfterClose());
    }

    void site(SiteEvidenceEvent event, SiteEvidence site) {
        SitePoint now = site.history().get(site.history().size() - 1);
        event.scanNumber = SampleFigures.count(judged.scanNumber());
        event.creatingThread = orMissing(site.threadName());
        event.openCount = SampleFigures.count(site.counts().open());
        event.unidentifiedSocketCount = SampleFigures.count(site.counts().unidentified());
        event.heldAfterCloseCount = SampleFigures.count(site.counts().heldAfterClose());
        event.droppedWithoutCloseCount = SampleFigures.count(site.counts().droppedWithoutClose());
        event.createdCount = site.counts().created();
        event.estimated = site.counts().estimated();
        event.sampledCount = SampleFigures.count(site.sampled());
        event.sampledDropCount = SampleFigures.count(site.sampledDrops());
        event.scaledOpenCount = SampleFigures.count(now.open());
        event.scaledLingeringCount = SampleFigures.count(now.lingering());
        event.causes = orMissing(CountsText.of(labels(site.causes())));
        event.oldestAge = site.oldestAgeMillis() < 0 ? SampleFigures.UNKNOWN_TIME : site.oldestAgeMillis();
        event.endpoints = orMissing(CountsText.of(site.endpoints()));
        states(event, site.counts().byState());
        aged(event, site.aged());
    }

    private static Map<String, Long> labels(Map<SuspectCause, Long> causes) {
        Map<String, Long> labels = new LinkedHashMap<>();
        causes.forEach((cause, count) -> labels.put(cause.label(), count));
        return labels;
    }

    private static void aged(SiteEvidenceEvent event, AgedCounts aged) {
        event.agedCount = SampleFigures.count(aged.open());
        event.agedDeadCount = SampleFigures.count(aged.dead());
        event.agedHeldAfterCloseCount = SampleFigures.count(aged.heldAfterClose());
        event.agedCloseWaitCount = SampleFigures.count(aged.closeWait());
        event.agedHalfClosedCount = SampleFigures.count(aged.halfClosed());
        event.staleCount = SampleFigures.count(aged.stale());
    }

    private static void states(SiteEvidenceEvent event, Map<SocketGroup, Long> counts) {
        event.established = count(counts, SocketGroup.ESTABLISHED);
        event.synSent = count(counts, SocketGroup.SYN_SENT);
        event.synReceived = count(counts, SocketGroup.SYN_RECEIVED);
        event.finWaitOne = count(counts, SocketGroup.FIN_WAIT_ONE);
        event.finWaitTwo = count(counts, SocketGroup.FIN_WAIT_TWO);
        event.timeWait = count(counts, SocketGroup.TIME_WAIT);
        event.close = count(counts, SocketGroup.CLOSE);
        event.closeWait = count(counts, SocketGroup.CLOSE_WAIT);
        event.lastAck = count(counts, SocketGroup.LAST_ACK);
        event.listen = count(counts, SocketGroup.LISTEN);
        event.closing = count(counts, SocketGroup.CLOSING);
        event.newSynReceived = count(counts, SocketGroup.NEW_SYN_RECEIVED);
        event.udpBound = count(counts, SocketGroup.UDP_BOUND);
        event.udpUnbound = count(counts, SocketGroup.UDP_UNBOUND);
        event.unixSockets = count(counts, SocketGroup.UNIX);
        event.otherSockets = count(counts, SocketGroup.OTHER);
    }

    private static int count(Map<SocketGroup, Long> counts, SocketGroup group) {
        return SampleFigures.count(counts.getOrDefault(group, 0L));
    }

    void description(CreationSiteEvent event, SiteEvidence site, Optional<SuspectMemory> memory) {
        event.scanNumber = SampleFigures.count(judged.scanNumber());
        event.openedBy = site.site().openedBy().label();
        event.namedFrame = site.site().head();
        event.stackText = orMissing(StackText.of(site.site().frames()));
        event.closingStackText = orMissing(StackText.cut(site.closingStack()));
        event.history = HistoryText.of(site.history());
        event.heldMoment = SampleFigures.UNKNOWN_TIME;
        event.clearedMoment = SampleFigures.UNKNOWN_TIME;
        memory.ifPresent(known -> memory(event, known));
    }

    private static void memory(CreationSiteEvent event, SuspectMemory memory) {
        event.suspectState = memory.state().label();
        event.suspectRule = memory.rule();
        event.cause = memory.cause().label();
        event.peakCount = SampleFigures.count(memory.peak());
        event.heldMoment = memory.heldMillis();
        event.clearedMoment = memory.clearedMillis();
    }

    private static String orMissing(String text) {
        return text.isEmpty() ? null : text;
    }
}
