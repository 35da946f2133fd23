package io.fdscope.top;

import io.fdscope.leak.Span;
import io.fdscope.row.Row;
import io.fdscope.terminal.Style;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A suspect in words.
 *
 * @param row as in the MXBean's leakSuspects
 */
record SuspectWords(Row row) {
    private static final Map<String, String> CAUSES = Map.ofEntries(
            Map.entry("neverConnected", "never connected"),
            Map.entry("boundOnly", "bound only"),
            Map.entry("connectFailed", "connect failed"),
            Map.entry("reset", "reset"),
            Map.entry("connectionOver", "connection over"),
            Map.entry("closeWait", "close wait"),
            Map.entry("halfClosed", "half closed"),
            Map.entry("heldAfterClose", "held by selector"),
            Map.entry("acceptedNotClosed", "accepted"),
            Map.entry("connectedNotClosed", "connected"),
            Map.entry("listeningNotClosed", "listening"),
            Map.entry("datagramNotClosed", "datagram"),
            Map.entry("unixNotClosed", "unix domain"),
            Map.entry("dropped", "dropped"));

    String site() {
        String site = row.text("creationSite");
        return site.isEmpty() ? "created before tracing, or by native code" : site;
    }

    boolean isCleared() {
        return row.text("state").equals("cleared");
    }

    /** In one or two words. */
    String cause() {
        return isCleared() ? "cleared" : CAUSES.getOrDefault(row.text("causeName"), "not closed");
    }

    Style style() {
        return isCleared() ? Style.FAINT : Style.RED;
    }

    String number(String name) {
        long value = row.number(name);
        return value < 0 ? "?" : (isEstimated() ? "~" : "") + Figures.words(value);
    }

    private boolean isEstimated() {
        return Boolean.TRUE.equals(row.values().get("estimated"));
    }

    String growth() {
        return row.values().get("growthPerMinute") instanceof Double growth && !growth.isNaN()
                ? Figures.growth(growth)
                : "?";
    }

    String oldest() {
        long millis = row.number("oldestAgeMillis");
        return millis < 0 ? "?" : Span.ofMillis(millis).toString();
    }

    /** A map of counts as {@code 12 a, 3 b}; empty where there is none. */
    String counts(String name, UnaryOperator<String> word) {
        return row.values().get(name) instanceof Map<?, ?> counts
                ? counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + word.apply(String.valueOf(entry.getKey())))
                        .collect(Collectors.joining(", "))
                : "";
    }

    List<String> stack() {
        return row.texts("stack");
    }
}
