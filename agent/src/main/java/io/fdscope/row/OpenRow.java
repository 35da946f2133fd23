package io.fdscope.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Makes rows of JMX's open data. A class of its own, because a JVM may lack the module it needs. */
public final class OpenRow {
    private OpenRow() {}

    /**
     * The rows of an operation's answer: one for each element of an array of composites. Of a composite the first row
     * holds its values, and the rest those of an array of composites within it.
     */
    public static List<Row> rows(Object answer) {
        List<Row> rows = new ArrayList<>();
        if (answer instanceof CompositeData[] array) {
            for (CompositeData element : array) {
                rows.addAll(rows(element));
            }
        } else if (answer instanceof CompositeData composite) {
            rows.add(row(composite));
            for (Object value : composite.values()) {
                rows.addAll(value instanceof CompositeData[] ? rows(value) : List.of());
            }
        }
        return rows;
    }

    private static Row row(CompositeData composite) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : composite.getCompositeType().keySet()) {
            Object value = composite.get(name);
            if (value instanceof Integer number) {
                values.put(name, number.longValue());
            } else if (value instanceof String[] texts) {
                values.put(name, List.of(texts));
            } else if (value instanceof TabularData table) {
                values.put(name, map(table));
            } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                values.put(name, value);
            }
        }
        return new Row(values);
    }

    private static Map<String, Long> map(TabularData table) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (Object row : table.values()) {
            CompositeData entry = (CompositeData) row;
            map.put((String) entry.get("key"), (Long) entry.get("value"));
        }
        return map;
    }
}
