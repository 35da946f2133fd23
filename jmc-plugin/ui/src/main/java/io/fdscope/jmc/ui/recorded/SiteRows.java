package io.fdscope.jmc.ui.recorded;

import io.fdscope.jmc.items.CreationItems;
import io.fdscope.jmc.items.TimeRange;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.Suspect;
import io.fdscope.origin.CreationSite;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import io.fdscope.recording.SiteCreations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins what is known of each site: who created, what the last scan has seen, what the last verdict says. */
final class SiteRows {
    private static final Comparator<SiteRow> WORST_FIRST = Comparator.comparing(SiteRow::isSuspect)
            .thenComparing(row -> row.suspect().isPresent())
            .thenComparing(SiteRow::open)
            .thenComparing(SiteRow::created)
            .reversed()
            .thenComparing(SiteRow::number);

    private final List<SiteCreations> sites;
    private final CreationItems items;
    private final Optional<ReplayedVerdict> last;
    private final Map<CreationSite, SiteEvidence> seen = new HashMap<>();
    private final Map<CreationSite, Suspect> suspects = new HashMap<>();

    SiteRows(RecordingContent content, CreationItems items) {
        this.items = items;
        sites = content.creations().sites();
        last = content.course().last();
        last.ifPresent(this::take);
    }

    private void take(ReplayedVerdict verdict) {
        verdict.evidence().sites().forEach(evidence -> seen.put(evidence.site(), evidence));
        verdict.verdict().suspects().forEach(suspect -> suspects.put(suspect.site(), suspect));
    }

    List<SiteRow> rows() {
        List<SiteRow> rows = new ArrayList<>();
        for (SiteCreations site : sites) {
            rows.add(row(rows.size(), site));
        }
        rows.sort(WORST_FIRST);
        return rows;
    }

    private SiteRow row(int number, SiteCreations site) {
        Optional<SiteEvidence> evidence = Optional.ofNullable(seen.get(site.site()));
        boolean traced = !site.site().frames().isEmpty();
        long without = isWithoutSockets(number) ? 0 : SiteRow.UNKNOWN;
        return new SiteRow(
                number,
                site.site(),
                traced ? site.createdCount() : SiteRow.UNKNOWN,
                site.created().total(),
                evidence.map(each -> each.counts().open()).orElse(without),
                evidence.map(each -> each.counts().unidentified()).orElse(without),
                evidence.map(SiteEvidence::oldestAgeMillis).orElse(SiteRow.UNKNOWN),
                evidence.map(SiteEvidence::endpoints).orElse(Map.of()),
                Optional.ofNullable(suspects.get(site.site())));
    }

    /** Of a site that the last scan does not tell of: whether that means that it had none, and has created none since. */
    private boolean isWithoutSockets(int number) {
        return last.filter(ReplayedVerdict::scanned)
                .filter(verdict -> verdict.leftOut() == 0)
                .filter(verdict -> items.count(number, TimeRange.fromMillis(verdict.epochMillis())) == 0)
                .isPresent();
    }
}
