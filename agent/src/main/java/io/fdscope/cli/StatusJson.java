package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes one status as JSON. */
final class StatusJson {
    private StatusJson() {}

    /** Complete text, with its line end. */
    static String write(Status status) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("target", status.target());
        values.put("source", status.source());
        values.put("alive", status.alive());
        values.put("note", status.note());
        values.putAll(status.facts());
        values.putAll(new FiguresJson(status).values());
        return RowsJson.of(new Row(values));
    }
}
