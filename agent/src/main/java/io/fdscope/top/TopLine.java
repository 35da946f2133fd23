package io.fdscope.top;

import io.fdscope.leak.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A glance as one line of plain text. */
public final class TopLine {
    private final Glance glance;
    private final DateTimeFormatter clock;

    /** @param zone whose time of day is shown */
    public TopLine(Glance glance, ZoneId zone) {
        this.glance = glance;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** Without its line end. */
    public String text() {
        Figures figures = glance.figures();
        return "%s  open %s of %s (%s), %s free, growth %s a minute, %s; sockets %s, unidentified %s, held %s; %s%s"
                .formatted(
                        clock.format(Instant.ofEpochMilli(Math.max(0, glance.epochMillis()))),
                        figures.words("openCount"),
                        figures.words("softLimit"),
                        share(figures.fraction("utilization")),
                        figures.words("headroom"),
                        Figures.growth(figures.fraction("growthPerMinute")),
                        full(figures.fraction("secondsToExhaustion")),
                        figures.words("socketCount"),
                        figures.words("unidentifiedSocketCount"),
                        figures.words("heldAfterCloseCount"),
                        suspect(),
                        glance.note().isEmpty() ? "" : "; " + glance.note());
    }

    private static String share(double utilization) {
        return Double.isNaN(utilization) || utilization < 0
                ? "share unknown"
                : String.format(Locale.ROOT, "%.1f %%", utilization * 100);
    }

    private static String full(double seconds) {
        if (Double.isNaN(seconds) || seconds < 0) {
            return "not running full";
        }
        return seconds == 0 ? "FULL" : "full in " + new Span(seconds);
    }

    private String suspect() {
        if (glance.suspects().isEmpty()) {
            return "no suspect";
        }
        SuspectWords first = new SuspectWords(glance.suspects().get(0));
        int more = glance.suspects().size() - 1;
        return "suspect %s (%s open, %s)%s"
                .formatted(
                        first.site(),
                        first.number("openCount"),
                        first.cause(),
                        more > 0 ? " and " + more + " more" : "");
    }
}
