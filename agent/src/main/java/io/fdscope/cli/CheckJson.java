package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a check's result as JSON, with what it was judged by. */
final class CheckJson {
    private CheckJson() {}

    /**
     * Complete text, with its line end.
     *
     * @param begin how the JSON of a reading begins
     * @param judged what was read; {@link Health#NONE} where nothing could be
     */
    static String write(Row begin, CheckResult result, Health judged) {
        Map<String, Object> head = new LinkedHashMap<>(begin.values());
        head.put("note", judged.status().note());
        head.put("state", result.state().name());
        head.put("exitCode", (long) result.state().exitCode());
        head.put("text", result.text());
        head.putAll(new FiguresJson(judged.status()).values());
        return new RowsJson("suspects", judged.standing()).write(new Row(head));
    }
}
