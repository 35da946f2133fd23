package io.fdscope.jmc.ui.chart;

import io.fdscope.jmc.ui.recorded.Forecast;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.recorded.WallClock;
import io.fdscope.jmc.ui.recorded.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the chart says in words: at a point, at its limit, and to those who cannot see it. */
public final class ChartWords {
    private final WallClock clock;

    /** @param clock tells the times */
    public ChartWords(WallClock clock) {
        this.clock = clock;
    }

    /** The zone of its times. */
    public ZoneId zone() {
        return clock.zone();
    }

    /** A point: its time, then its figures, a line each. */
    public List<String> at(Usage usage, int point) {
        List<String> lines = new ArrayList<>();
        lines.add(clock.text(usage.millis(point)));
        double open = usage.value(UsageLine.OPEN, point);
        double limit = usage.value(UsageLine.SOFT_LIMIT, point);
        lines.add("Open: " + (open >= 0 ? Words.count(open) : "unknown") + share(open, limit));
        if (limit > 0) {
            lines.add("Soft limit: " + Words.count(limit));
            lines.add("Headroom: " + Words.count(usage.headroom(point)));
        }
        add(lines, usage, UsageLine.UNIDENTIFIED, point);
        add(lines, usage, UsageLine.HELD_AFTER_CLOSE, point);
        return lines;
    }

    private static void add(List<String> lines, Usage usage, UsageLine line, int point) {
        double value = usage.value(line, point);
        if (value >= 0) {
            lines.add(line.label() + ": " + Words.count(value));
        }
    }

    private static String share(double open, double limit) {
        return open >= 0 && limit > 0 ? String.format(Locale.ROOT, " (%.0f %% of the limit)", 100 * open / limit) : "";
    }

    private String open(Usage usage, int point) {
        return Words.count(usage.value(UsageLine.OPEN, point)) + " at " + clock.text(usage.millis(point));
    }

    /** {@code full in 12 min, at 14:15:10}. */
    public String forecast(Forecast forecast) {
        return "full in " + Words.span(forecast.millisLeft()) + ", at " + clock.text(forecast.fullMillis());
    }

    /** {@code headroom 3,988}. */
    public String headroom(Usage usage, int point) {
        return "headroom " + Words.count(usage.headroom(point));
    }

    /** The whole chart in some sentences. */
    public String summary(Usage usage, Optional<Forecast> forecast) {
        int last = usage.size() - 1;
        if (last < 0) {
            return "No event File Descriptor Usage is in this recording.";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("From " + open(usage, 0) + " to " + open(usage, last) + ", at most "
                + Words.count(usage.highest(UsageLine.OPEN)) + " open descriptors");
        sentences.addAll(at(usage, last).subList(2, at(usage, last).size()));
        forecast.ifPresent(each -> sentences.add("At this pace " + forecast(each)));
        return String.join(". ", sentences) + ".";
    }
}
