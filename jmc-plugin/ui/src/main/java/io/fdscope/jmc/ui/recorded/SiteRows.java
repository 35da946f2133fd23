package io.fdscope.jmc.ui.recorded;

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

    private final List<SiteCreations> creations;
    private final Map<CreationSite, SiteEvidence> seen = new HashMap<>();
    private final Map<CreationSite, Suspect> suspects = new HashMap<>();

    SiteRows(RecordingContent content) {
        creations = content.creations().sites();
        content.course().last().ifPresent(this::take);
    }

    private void take(ReplayedVerdict last) {
        last.evidence().sites().forEach(evidence -> seen.put(evidence.site(), evidence));
        last.verdict().suspects().forEach(suspect -> suspects.put(suspect.site(), suspect));
    }

    List<SiteRow> rows() {
        List<SiteRow> rows = new ArrayList<>();
        for (SiteCreations site : creations) {
            rows.add(SiteRow.of(
                    rows.size(),
                    site,
                    Optional.ofNullable(seen.get(site.site())),
                    Optional.ofNullable(suspects.get(site.site()))));
        }
        rows.sort(WORST_FIRST);
        return rows;
    }
}
