package io.fdscope.recording;

import io.fdscope.leak.Evidence;
import io.fdscope.leak.Judgement;
import io.fdscope.leak.LeakAnalysis;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SiteHistory;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.SuspectMemory;
import io.fdscope.origin.CreationSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges one scan after the other. Where the first one that it gets was not the first of the process, or some are missing,
 * it goes on from the memories that were recorded with the sites.
 */
final class ReplayedJudge {
    private final Consumer<ReplayedVerdict> told;
    private final Map<Long, RecordedSite> sites = new HashMap<>();
    private final Map<Long, SiteHistory> histories = new HashMap<>();
    private Judgement judgement = Judgement.NONE;
    private long judgedScan;
    private long judgedMillis;
    private long tracedSince;

    ReplayedJudge(Consumer<ReplayedVerdict> told) {
        this.told = told;
    }

    /** Whether this scan comes after the last one in time, but not by number: another fdscope counts anew. */
    boolean isOther(RecordedScan scan) {
        return scan.number() <= judgedScan && scan.epochMillis() > judgedMillis;
    }

    /** Whether it has been judged, or a later one. */
    boolean knows(RecordedScan scan) {
        return scan.number() <= judgedScan;
    }

    void startAnew() {
        sites.clear();
        histories.clear();
        judgement = Judgement.NONE;
        judgedScan = 0;
    }

    /** Returns whether everything is there that it takes. */
    boolean judge(PendingScan pending) {
        sites.putAll(pending.sites());
        if (pending.scan().isEmpty()) {
            return pending.rows() == 0;
        }
        RecordedScan scan = pending.scan().get();
        boolean whole = pending.counts().size() == Math.max(0, scan.siteCount())
                && sites.keySet().containsAll(pending.counts().keySet());
        if (whole) {
            judge(scan, pending);
        }
        return whole;
    }

    private void judge(RecordedScan scan, PendingScan pending) {
        Evidence evidence = scan.with(scan.scanned() ? siteEvidence(scan, pending) : List.of());
        LeakAnalysis analysis = new LeakAnalysis(scan.thresholds());
        Judgement before = before(scan, pending, evidence);
        judgement = scan.scanned() ? analysis.judge(before, evidence) : analysis.withoutScan(before, evidence);
        judgedScan = scan.number();
        judgedMillis = scan.epochMillis();
        told.accept(new ReplayedVerdict(
                scan.number(),
                scan.scanned(),
                evidence,
                judgement.verdict(),
                scan.processIdentifier(),
                scan.missingHooks(),
                scan.leftOut()));
    }

    private Judgement before(RecordedScan scan, PendingScan pending, Evidence evidence) {
        boolean goesOn = scan.number() == judgedScan + 1;
        boolean described =
                pending.sites().keySet().containsAll(pending.counts().keySet());
        boolean sameTracing = scan.tracedSince() == tracedSince;
        tracedSince = scan.tracedSince();
        if (!goesOn && described && scan.scanned()) {
            return new LeakAnalysis(scan.thresholds()).resume(evidence, memories(pending));
        }
        return sameTracing ? judgement : Judgement.NONE;
    }

    private static Map<CreationSite, SuspectMemory> memories(PendingScan pending) {
        Map<CreationSite, SuspectMemory> memories = new HashMap<>();
        pending.sites().values().forEach(site -> site.memory().ifPresent(memory -> memories.put(site.site(), memory)));
        return memories;
    }

    /** A site that is not among those of this scan will be described anew if it comes again. */
    private List<SiteEvidence> siteEvidence(RecordedScan scan, PendingScan pending) {
        sites.keySet().retainAll(pending.counts().keySet());
        histories.keySet().retainAll(pending.counts().keySet());
        List<SiteEvidence> all = new ArrayList<>();
        pending.counts().forEach((number, counts) -> {
            SitePoint now = counts.point(scan.evidence().millis());
            SiteHistory history = history(number, pending);
            if (history.points().stream().noneMatch(point -> point.millis() >= now.millis())) {
                history.add(now);
            }
            all.add(counts.with(sites.get(number), history.points()));
        });
        return all;
    }

    private SiteHistory history(Long number, PendingScan pending) {
        RecordedSite described = pending.sites().get(number);
        if (described != null) {
            histories.put(number, new SiteHistory(described.history()));
        }
        return histories.computeIfAbsent(number, unused -> new SiteHistory());
    }
}
