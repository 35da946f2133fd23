package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a check's result as JSON, with the suspects that stand. */
final class CheckJson {
    private static final String SUSPECTS = "suspects";

    private CheckJson() {}

    /**
     * Complete text, with its line end.
     *
     * @param begin how the JSON of a reading begins
     * @param standing the suspects that stand
     */
    static String write(Row begin, CheckResult result, List<Row> standing) {
        Map<String, Object> head = new LinkedHashMap<>(begin.values());
        head.put("state", result.state().name());
        head.put("exitCode", (long) result.state().exitCode());
        head.put("text", result.text());
        for (PerformanceFigure figure : result.figures()) {
            if (!figure.name().equals(SUSPECTS)) { // That is how many there are in the array.
                head.put(figure.name(), figure.value());
            }
        }
        return new RowsJson(SUSPECTS, standing).write(new Row(head));
    }
}
