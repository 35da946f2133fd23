package io.fdscope.jmc.ui.recorded;

import io.fdscope.jmc.items.CreationItems;
import io.fdscope.jmc.items.RecordedItems;
import io.fdscope.jmc.items.TimeRange;
import io.fdscope.recording.Missing;
import io.fdscope.recording.RecordingContent;
import java.time.ZoneId;
import java.util.List;
import org.openjdk.jmc.common.item.IItemCollection;

/**
 * All that the page shows of one recording. Immutable.
 *
 * @param finding what is wrong
 * @param usage how many descriptors were open
 * @param rows the creation sites, suspects first, then those with the most open
 * @param creations which events are whose
 * @param missing what the recording does not hold
 * @param clock tells its times
 */
public record PageContent(
        Finding finding,
        Usage usage,
        List<SiteRow> rows,
        CreationItems creations,
        List<Missing> missing,
        WallClock clock) {
    /** Copies. */
    public PageContent {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /** The sites, with the creations of a range alone. */
    public List<SiteRow> rows(TimeRange range) {
        return rows.stream()
                .map(row -> row.withRecorded(creations.count(row.number(), range)))
                .toList();
    }

    /**
     * Reads it, which takes its time; with clock times of a zone.
     *
     * @param items the recording, as the rules have it: what one of them has read the other need not
     * @param asRead the same, read in a way of the caller's
     */
    public static PageContent read(IItemCollection items, IItemCollection asRead, ZoneId zone) {
        return RecordedItems.ask(items, asRead, content -> of(content, asRead, zone));
    }

    private static PageContent of(RecordingContent content, IItemCollection items, ZoneId zone) {
        CreationItems creations = CreationItems.of(items, content.creations());
        Usage usage = Usage.of(content.series().usage());
        WallClock clock = WallClock.of(content.startMillis(), content.endMillis(), zone);
        return new PageContent(
                Finding.of(content, usage, clock),
                usage,
                new SiteRows(content, creations).rows(),
                creations,
                Missing.ofDescriptors(content),
                clock);
    }
}
