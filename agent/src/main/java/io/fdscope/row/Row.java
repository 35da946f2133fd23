package io.fdscope.row;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named values. Immutable.
 *
 * @param values each a String, Long, Double, Boolean, a list of strings, or a map from strings to Longs; in the order in
 *     which they are shown
 */
public record Row(Map<String, Object> values) {
    /** Copies. */
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A text; empty where there is none of that name. */
    public String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** A whole number; −1 where there is none of that name. */
    public long number(String name) {
        return values.get(name) instanceof Long number ? number : -1;
    }

    /** A list of texts; empty where there is none of that name. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> texts
                ? texts.stream().map(String.class::cast).toList()
                : List.of();
    }
}
