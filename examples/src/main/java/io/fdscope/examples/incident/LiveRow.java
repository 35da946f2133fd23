package io.fdscope.examples.incident;

import java.util.Locale;
import java.util.Map;

/**
 * One line of the live view.
 *
 * @param startEpochMillis when the service began to serve, milliseconds since 1970
 * @param figures fdscope's, by name
 */
record LiveRow(long startEpochMillis, Map<String, Number> figures) {
    private static final String ROW = "  %7s%8s / %-7s%s%6s%14s%12s%9s";
    private static final int BAR = 10;
    private static final double WARN = 0.80;
    private static final double CRITICAL = 0.95;

    /** The line above. */
    static String heading() {
        return ROW.formatted(
                "elapsed", "open", "limit", " ".repeat(BAR + 2), "", "unidentified", "growth/min", "full in");
    }

    /** From the start to the reading. */
    long elapsedSeconds() {
        Number reading = figures.get("readingEpochMillis");
        long millis = reading == null ? 0 : reading.longValue() - startEpochMillis;
        return Math.max(0, Math.round(millis / 1000.0));
    }

    /** When it is forecast to be full, from the start; −1 while there is no forecast, or no room left. */
    long fullAtSeconds() {
        double left = fraction("secondsToExhaustion");
        return left > 0 ? elapsedSeconds() + Math.round(left) : -1;
    }

    /** While it fills up. */
    String falling(Screen screen) {
        return row(screen, growth(), fullIn());
    }

    /** While it empties: the pace of the last minute is of no use then. */
    String recovering(Screen screen) {
        return row(screen, "", "").stripTrailing();
    }

    private String row(Screen screen, String growth, String fullIn) {
        double utilization = fraction("utilization");
        return ROW.formatted(
                elapsedSeconds() + " s",
                count("openCount"),
                count("softLimit"),
                "[" + screen.as(look(utilization), bar(utilization)) + "]",
                utilization >= 0 ? String.format(Locale.ROOT, "%.0f %%", Math.floor(utilization * 100)) : "?",
                count("unidentifiedSocketCount"),
                growth,
                fullIn);
    }

    private static Screen.Look look(double utilization) {
        if (utilization >= CRITICAL) {
            return Screen.Look.ALARM;
        }
        return utilization >= WARN ? Screen.Look.WARNING : Screen.Look.CALM;
    }

    private static String bar(double utilization) {
        int filled = (int) Math.min(BAR, Math.max(0, Math.floor(utilization * BAR)));
        return "#".repeat(filled) + ".".repeat(BAR - filled);
    }

    private String growth() {
        double perMinute = fraction("growthPerMinute");
        return Double.isNaN(perMinute) ? "-" : String.format(Locale.ROOT, "%+,.0f", perMinute);
    }

    private String fullIn() {
        double seconds = fraction("secondsToExhaustion");
        if (seconds == 0) {
            return "FULL";
        }
        return seconds < 0 || Double.isNaN(seconds) ? "-" : String.format(Locale.ROOT, "%.0f s", seconds);
    }

    private String count(String name) {
        Number value = figures.get(name);
        return value == null || value.longValue() < 0 ? "?" : String.format(Locale.ROOT, "%,d", value.longValue());
    }

    private double fraction(String name) {
        Number value = figures.get(name);
        return value == null ? Double.NaN : value.doubleValue();
    }
}
