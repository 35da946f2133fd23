package io.fdscope.examples.incident;

import java.util.List;
import java.util.Locale;

/** Words observations as a table, one a line. */
final class ComparisonTable {
    private static final String ROW = "  %-33s%7s%9s%14s%15s";

    private ComparisonTable() {}

    /** The two lines above the figures. */
    static List<String> heading() {
        return List.of(
                ROW.formatted("", "", "", "unidentified", "kernel TCP:"),
                ROW.formatted("", "open", "sockets", "sockets", "alloc - inuse"));
    }

    /** One line of figures; one that is not told is a dash. */
    static String row(Observation said) {
        if (!said.isPresent()) {
            return "  %-33s%s".formatted(said.source(), "  " + said.absence());
        }
        return ROW.formatted(
                said.source(),
                figure(said.open()),
                figure(said.sockets()),
                figure(said.unidentified()),
                figure(said.kernelTcp()));
    }

    private static String figure(long value) {
        return value < 0 ? "-" : String.format(Locale.ROOT, "%,d", value);
    }
}
