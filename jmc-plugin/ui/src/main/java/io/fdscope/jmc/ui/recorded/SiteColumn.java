package io.fdscope.jmc.ui.recorded;

import java.util.Comparator;
import java.util.function.Function;

/** The columns of the table of sites. */
public enum SiteColumn {
    SITE(
            "Creation Site",
            "The line that created the sockets, and its package",
            430,
            SiteRow::shortName,
            Comparator.comparing(SiteRow::name)),
    CREATED("Created", "Sockets that it created while fdscope watched", 80, row -> row.created()),
    RECORDED(
            "Recorded",
            "Those of its creations that were recorded as events, in the chosen range: as many as Stack Trace, Flame Graph"
                    + " and Properties show when the row is chosen",
            80,
            row -> row.recorded()),
    OPEN("Still Open", "Sockets of these that were open at the last scan of the recording", 80, row -> row.open()),
    UNIDENTIFIED(
            "Unidentified",
            "Sockets of these that none of the kernel's tables lists: never connected, or long over",
            95,
            row -> row.unidentified()),
    OLDEST(
            "Oldest",
            "Age of the oldest open one",
            75,
            row -> Words.span(row.oldestAgeMillis()),
            byNumber(SiteRow::oldestAgeMillis)),
    ENDPOINT(
            "Endpoint",
            "Remote end of most of those open",
            120,
            SiteRow::endpointText,
            Comparator.comparing(SiteRow::endpointText)),
    CAUSE(
            "Cause",
            "What is wrong with most of them; empty where nothing is held against the site",
            300,
            SiteRow::causeText,
            Comparator.comparing(SiteRow::causeText));

    private final String label;
    private final String description;
    private final int width;

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final Function<SiteRow, String> text;

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final Comparator<SiteRow> order;

    SiteColumn(String label, String description, int width, Function<SiteRow, Long> count) {
        this(label, description, width, row -> Words.count(count.apply(row).longValue()), byNumber(count));
    }

    SiteColumn(String label, String description, int width, Function<SiteRow, String> text, Comparator<SiteRow> order) {
        this.label = label;
        this.description = description;
        this.width = width;
        this.text = text;
        this.order = order;
    }

    private static Comparator<SiteRow> byNumber(Function<SiteRow, Long> number) {
        return Comparator.comparing(number);
    }

    /** Its head. */
    public String label() {
        return label;
    }

    /** What it tells. */
    public String description() {
        return description;
    }

    /** Pixels at first. */
    public int width() {
        return width;
    }

    /** Whether it holds numbers, which stand at the right. */
    public boolean isNumber() {
        return switch (this) {
            case CREATED, RECORDED, OPEN, UNIDENTIFIED, OLDEST -> true;
            case SITE, ENDPOINT, CAUSE -> false;
        };
    }

    /** A row's text; empty where it is not known. */
    public String text(SiteRow row) {
        return text.apply(row);
    }

    /** A row's text where there is room for all of it. */
    public String copied(SiteRow row) {
        return this == SITE ? row.name() : text(row);
    }

    /** What is said of a row's cell when somebody points at it. */
    public String tip(SiteRow row) {
        return this == SITE ? row.callers() : text(row);
    }

    /** Ascending; what is not known comes first. */
    public Comparator<SiteRow> order() {
        return order;
    }
}
