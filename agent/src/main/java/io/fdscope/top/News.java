package io.fdscope.top;

import io.fdscope.row.Row;
import io.fdscope.terminal.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that has happened between two glances.
 *
 * @param epochMillis when it was seen
 * @param what has happened, in a few words
 * @param text of whom or how many
 * @param style how bad it is
 */
record News(long epochMillis, String what, String text, Style style) {
    /** What is new in the second; everything bad that is there already, where there is no first. */
    static List<News> between(Glance before, Glance now) {
        List<News> news = new ArrayList<>();
        Level was = before == null ? Level.FINE : before.level();
        if (now.level() != was) {
            news.add(level(was, now));
        }
        addSuspects(before, now, news);
        if (now.ended() && (before == null || !before.ended())) {
            news.add(new News(now.epochMillis(), "dead", now.note(), Style.RED));
        }
        return news;
    }

    private static News level(Level was, Glance now) {
        Figures figures = now.figures();
        String counts = figures.words("openCount") + " of " + figures.words("softLimit") + " open";
        String what = switch (now.level()) {
            case FINE -> "recovered";
            case WARN -> was == Level.FINE ? "80 % passed" : "below 95 %";
            case CRITICAL -> was == Level.FULL ? "a descriptor is free again" : "95 % passed";
            case FULL -> "no descriptor left";
        };
        return new News(now.epochMillis(), what, counts, now.level().style());
    }

    private static void addSuspects(Glance before, Glance now, List<News> news) {
        Map<String, Row> old = before == null ? Map.of() : standing(before);
        Map<String, Row> current = standing(now);
        current.forEach((name, row) -> {
            if (!old.containsKey(name)) {
                news.add(new News(
                        now.epochMillis(),
                        "suspect",
                        new SuspectWords(row).site() + " (" + row.number("openCount") + " open)",
                        Style.RED));
            }
        });
        old.forEach((name, row) -> {
            if (!current.containsKey(name)) {
                news.add(new News(now.epochMillis(), "no longer a suspect", new SuspectWords(row).site(), Style.GREEN));
            }
        });
    }

    private static Map<String, Row> standing(Glance glance) {
        return glance.suspects().stream()
                .filter(row -> !row.text("state").equals("cleared"))
                .collect(Collectors.toMap(
                        row -> row.text("creationSite") + " " + row.text("openedBy"),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new)); // the worst first
    }
}
