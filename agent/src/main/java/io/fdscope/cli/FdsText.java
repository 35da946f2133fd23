package io.fdscope.cli;

import io.fdscope.leak.Span;
import io.fdscope.origin.GivenName;
import io.fdscope.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words rows of descriptors as a table for a terminal. */
final class FdsText {
    private static final List<String> HEAD = List.of("FD", "KIND", "STATE", "LOCAL", "REMOTE", "AGE", "CREATED AT");

    private final List<Row> rows;
    private final int limit;

    /** @param limit the most rows that were asked for */
    FdsText(List<Row> rows, int limit) {
        this.rows = rows;
        this.limit = limit;
    }

    /** Complete text, with its line ends. */
    String lines() {
        List<List<String>> table = new ArrayList<>();
        table.add(HEAD);
        rows.forEach(row -> table.add(cells(row)));
        String format = format(table);
        String lines = table.stream()
                .map(cells -> format.formatted(cells.toArray()).stripTrailing() + "\n")
                .collect(Collectors.joining());
        return lines + (rows.size() < limit ? "" : "(the first " + limit + "; --limit gives more)\n");
    }

    private static List<String> cells(Row row) {
        boolean known = !row.text("protocol").isEmpty() && !row.text("protocol").equals("unknown");
        return List.of(
                Long.toString(row.number("fd")),
                known ? row.text("protocol") : row.text("kind"),
                row.text("state"),
                name(row, "local"),
                name(row, row.text("remote").isEmpty() ? "endpoint" : "remote"),
                age(row.number("ageMillis")),
                name(row, "creationSite"));
    }

    private static String age(long millis) {
        return millis < 0 ? "-" : Span.ofMillis(millis).toString();
    }

    /** Paths and hosts may hold line ends, which would begin a row. */
    private static String name(Row row, String column) {
        return new GivenName(row.text(column)).oneLine();
    }

    private static String format(List<List<String>> table) {
        StringBuilder format = new StringBuilder();
        for (int column = 0; column < HEAD.size(); column++) {
            int width = 0;
            for (List<String> cells : table) {
                width = Math.max(width, cells.get(column).length());
            }
            format.append(column == 0 ? "%" : "  %-").append(width).append('s');
        }
        return format.toString();
    }
}
