package io.fdscope.cli;

import io.fdscope.blackbox.Figure;
import io.fdscope.top.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures as every JSON of ours has them: each by its name, counts by kind and state as objects of their own.
 *
 * @param figures those of one reading
 */
record FiguresJson(Figures figures) {
    FiguresJson(Status status) {
        this(new Figures(status.figures()));
    }

    /** The values by name, as {@link RowsJson} writes them. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        figures.values().forEach((name, value) -> {
            if (name.indexOf('.') < 0) {
                values.put(name, value instanceof Double ? value : (Object) value.longValue());
            }
        });
        values.put("countByKind", figures.group(Figure.KIND));
        values.put("socketCountByState", figures.group(Figure.STATE));
        return values;
    }
}
