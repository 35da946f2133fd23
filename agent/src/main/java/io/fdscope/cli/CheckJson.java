package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a check's result as JSON, with the suspects that stand. */
final class CheckJson {
    private CheckJson() {}

    /** @param standing the suspects that stand */
    static String write(String target, CheckResult result, List<Row> standing) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("target", target);
        head.put("state", result.state().name());
        head.put("exitCode", (long) result.state().exitCode());
        head.put("text", result.text());
        for (PerformanceFigure figure : result.figures()) {
            head.put(figure.name(), figure.value());
        }
        return new RowsJson("suspects", standing).write(new Row(head));
    }
}
