package io.fdscope.leak;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Trend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the evidence of a program's life, a scan every ten seconds, and has it judged all along. */
final class Histories {
    static final long STEP = 10_000;
    /** Those within ten times the usual suspectAge, and the one before. */
    private static final int STALE_SCANS = 31;

    static final CreationSite SITE = new CreationSite(
            OpenedBy.SOCKET, List.of(new StackTraceElement("com.example.Client", "open", "Client.java", 7)), 0);

    private final LeakAnalysis analysis;
    private final SiteHistory history = new SiteHistory();
    private Judgement judgement = Judgement.NONE;
    private CreationSite site = SITE;
    private AgedCounts aged;
    private Map<SuspectCause, Long> causes = Map.of();
    private int scans;
    private long lingering;
    private long[] lingeringBefore = new long[STALE_SCANS];
    private boolean othersLinger;
    private long dropped;
    private long created;
    private long open;
    private long sampled = -1;
    private long sampledDrops = -1;
    private Trend trend = new Trend(0, -1);

    Histories(LeakThresholds thresholds) {
        analysis = new LeakAnalysis(thresholds);
        history.add(new SitePoint(0, 0, 0, 0, 0));
    }

    Histories() {
        this(LeakThresholds.DEFAULT);
    }

    /** Its sockets are created like this. */
    Histories by(OpenedBy openedBy) {
        site = new CreationSite(openedBy, SITE.frames(), 0);
        return this;
    }

    /** Where its sockets come from is not known. */
    Histories untraced() {
        site = new CreationSite(OpenedBy.SOCKET, List.of(), 0);
        return this;
    }

    /** Opens and closes so many until the next scan; all that is open then has been so for long enough. */
    Histories next(long opens, long closes) {
        created += opens;
        open += opens - closes;
        history.add(new SitePoint(++scans * STEP, open, lingering, created, dropped));
        lingeringBefore[scans % STALE_SCANS] = lingering;
        judgement = analysis.judge(judgement, evidence());
        return this;
    }

    /** The same for so many scans. */
    Histories next(int scans, long opens, long closes) {
        for (int scan = 0; scan < scans; scan++) {
            next(opens, closes);
        }
        return this;
    }

    /** So many of those that are open are useless from now on, for this reason. */
    Histories dead(long count, SuspectCause cause) {
        aged = new AgedCounts(open, count, 0, 0, 0, 0);
        causes = new HashMap<>(Map.of(cause, count));
        return this;
    }

    Histories heldAfterClose(long count) {
        aged = new AgedCounts(open, 0, count, 0, 0, 0);
        causes = Map.of(SuspectCause.HELD_AFTER_CLOSE, count);
        return this;
    }

    Histories closeWait(long count) {
        aged = new AgedCounts(open, 0, 0, count, 0, 0);
        lingering = count;
        return this;
    }

    Histories halfClosed(long count) {
        aged = new AgedCounts(open, 0, 0, 0, count, 0);
        lingering = count;
        return this;
    }

    /** Those that are half over are others at each scan: they are closed, if late. */
    Histories othersLinger() {
        othersLinger = true;
        return this;
    }

    Histories drops(long count) {
        dropped += count;
        return this;
    }

    /** Only so many of the open ones are known to be of this site; the others are estimated. */
    Histories sampled(long count) {
        sampled = count;
        return this;
    }

    /** Only so many of the dropped ones are known to be of this site; the others are estimated. */
    Histories sampledDrops(long count) {
        sampledDrops = count;
        return this;
    }

    Histories trend(Trend now) {
        trend = now;
        return this;
    }

    /** The judgement after a scan that shows no site at all. */
    Verdict judgedWithoutSites(LeakAnalysis judge) {
        Evidence nothing = new Evidence((scans + 1) * STEP, reading(100), trend, 0, 0, List.of(), TracingFacts.NONE);
        return judge.judge(judgement, nothing).verdict();
    }

    /** The first judgement of so many sites that are all as this one is. */
    Judgement judgedWithSites(LeakAnalysis judge, int count) {
        List<SiteEvidence> sites = new ArrayList<>();
        for (int line = 1; line <= count; line++) {
            StackTraceElement frame = new StackTraceElement("com.example.Client", "open", "Client.java", line);
            site = new CreationSite(OpenedBy.SOCKET, List.of(frame), 0);
            sites.add(siteEvidence());
        }
        Evidence now = new Evidence(scans * STEP, reading(open * count), trend, 0, 0, sites, TracingFacts.NONE);
        return judge.judge(Judgement.NONE, now);
    }

    Verdict verdict() {
        return judgement.verdict();
    }

    /** The one suspect that stands. */
    Suspect suspect() {
        if (verdict().standing().size() != 1) {
            throw new AssertionError("one suspect expected: " + verdict().suspects());
        }
        return verdict().standing().get(0);
    }

    private Evidence evidence() {
        return new Evidence(scans * STEP, reading(open + 100), trend, 0, 0, List.of(siteEvidence()), TracingFacts.NONE);
    }

    private SiteEvidence siteEvidence() {
        AgedCounts old = aged == null ? new AgedCounts(open, 0, 0, 0, 0, 0) : aged;
        long stale = othersLinger ? 0 : Arrays.stream(lingeringBefore).min().orElse(0);
        old = new AgedCounts(old.open(), old.dead(), old.heldAfterClose(), old.closeWait(), old.halfClosed(), stale);
        return new SiteEvidence(
                site,
                "main",
                new SuspectCounts(
                        open,
                        old.dead(),
                        old.heldAfterClose(),
                        Map.of(SocketGroup.ESTABLISHED, open),
                        dropped,
                        created,
                        sampled >= 0),
                old,
                sampled < 0 ? open : sampled,
                sampledDrops < 0 ? dropped : sampledDrops,
                causes,
                60_000,
                history.points(),
                Map.of(),
                "");
    }

    static Reading reading(long openCount) {
        return new Reading(
                1_700_000_000_000L, 0, openCount, new Limits(4096, 4096), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
    }
}
