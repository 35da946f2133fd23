package io.fdscope.recording;

import io.fdscope.event.EventNames;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Judges again what was judged when it was recorded, from the events LeakEvidence, SiteEvidence and CreationSite. They may
 * come in any order within {@value #MOST_ROWS} of them, as a recording has them, and more than once. A scan of which
 * anything is missing is not judged, but counted. Bounded; not thread safe.
 */
public final class EvidenceReplay {
    private static final int MOST_SCANS = 1000;
    private static final int MOST_ROWS = 20_000;

    private final ReplayedJudge judge;
    private final TreeMap<Long, PendingScan> pending = new TreeMap<>();
    private long incomplete;

    /** @param told of every verdict, in the order of the scans */
    public EvidenceReplay(Consumer<ReplayedVerdict> told) {
        judge = new ReplayedJudge(told);
    }

    /** Takes an event, of whatever type. */
    public void accept(EventValues event) {
        switch (event.name()) {
            case EventNames.SITE_EVIDENCE -> accept(RecordedCounts.of(event));
            case EventNames.CREATION_SITE -> accept(RecordedSite.of(event));
            case EventNames.LEAK_EVIDENCE -> accept(RecordedScan.of(event));
            default -> {
                // Nothing that is judged.
            }
        }
    }

    /** There is no more. */
    public void finish() {
        while (!pending.isEmpty()) {
            judgeFirst();
        }
    }

    /** How many scans could not be judged, for some of their events are missing. */
    public long incomplete() {
        return incomplete;
    }

    private void accept(RecordedCounts counts) {
        pending(counts.scanNumber()).add(counts);
        judgeWhatIsTooMuch();
    }

    private void accept(RecordedSite site) {
        pending(site.scanNumber()).add(site);
        judgeWhatIsTooMuch();
    }

    private void accept(RecordedScan scan) {
        PendingScan known = pending(scan.number());
        if (known.isOther(scan) || judge.isOther(scan)) { // An fdscope that was started after the first had ended.
            pending.remove(scan.number());
            finish();
            judge.startAnew();
            known = known.isOther(scan) ? pending(scan.number()) : known;
            pending.put(scan.number(), known);
        }
        if (judge.knows(scan)) {
            pending.remove(scan.number()); // Repeated at the begin of a chunk.
            return;
        }
        known.add(scan);
        judgeWhatIsTooMuch();
    }

    /** A recording may hold the parts of scans without the scans. */
    private void judgeWhatIsTooMuch() {
        while (pending.size() > MOST_SCANS || rows() > MOST_ROWS) {
            judgeFirst();
        }
    }

    private PendingScan pending(long number) {
        return pending.computeIfAbsent(number, unused -> new PendingScan());
    }

    private long rows() {
        return pending.values().stream().mapToLong(PendingScan::rows).sum();
    }

    private void judgeFirst() {
        if (!judge.judge(pending.pollFirstEntry().getValue())) {
            incomplete++;
        }
    }
}
