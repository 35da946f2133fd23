package io.fdscope.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as text. A line is a type, a name and a value, with blanks between them; a line {@code .} ends a row.
 *
 * <pre>
 * S creationSite com.example.Shop.pay(Shop.java:42)
 * J openCount 3190
 * D growthPerMinute 812.5
 * B estimated false
 * L stack com.example.Shop.pay(Shop.java:42)       one line for each text of a list
 * M endpoints 3190 db-1:3306                       one line for each entry of a map
 * L closingStack                                   an empty list; an empty map likewise
 * .
 * </pre>
 *
 * Texts have backslashes and line ends escaped.
 */
public final class RowText {
    private static final String END = ".";

    private RowText() {}

    /** Writes rows, each whole. */
    public static String write(List<Row> rows) {
        StringBuilder out = new StringBuilder();
        for (Row row : rows) {
            row.values().forEach((name, value) -> write(out, name, value));
            out.append(END).append('\n');
        }
        return out.toString();
    }

    private static void write(StringBuilder out, String name, Object value) {
        if (List.of().equals(value)) {
            out.append("L ").append(name).append('\n');
        } else if (Map.of().equals(value)) {
            out.append("M ").append(name).append('\n');
        } else if (value instanceof List<?> texts) {
            texts.forEach(text -> line(out, 'L', name, escape(text)));
        } else if (value instanceof Map<?, ?> counts) {
            counts.forEach((key, count) -> line(out, 'M', name, count + " " + escape(key)));
        } else {
            line(out, type(value), name, escape(value));
        }
    }

    private static char type(Object value) {
        if (value instanceof Long) {
            return 'J';
        }
        if (value instanceof Double) {
            return 'D';
        }
        return value instanceof Boolean ? 'B' : 'S';
    }

    private static void line(StringBuilder out, char type, String name, String value) {
        out.append(type).append(' ').append(name).append(' ').append(value).append('\n');
    }

    /**
     * Reads rows. What is cut off at the end, and lines that are not understood, are left out: another version may have
     * written them.
     */
    public static List<Row> parse(String text) {
        List<Row> rows = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            if (line.equals(END)) {
                rows.add(new Row(values));
                values = new LinkedHashMap<>();
            } else {
                parse(line, values);
            }
        }
        return rows;
    }

    private static void parse(String line, Map<String, Object> values) {
        String[] parts = line.split(" ", 3);
        try {
            if (parts.length == 3) {
                put(parts[0], parts[1], parts[2], values);
            } else if (parts.length == 2) {
                putEmpty(parts[0], parts[1], values);
            }
        } catch (NumberFormatException | ClassCastException notUnderstood) {
            // Left out.
        }
    }

    private static void putEmpty(String type, String name, Map<String, Object> values) {
        if (type.equals("L")) {
            values.putIfAbsent(name, new ArrayList<String>());
        } else if (type.equals("M")) {
            values.putIfAbsent(name, new LinkedHashMap<String, Long>());
        }
    }

    private static void put(String type, String name, String value, Map<String, Object> values) {
        switch (type) {
            case "S" -> values.put(name, unescape(value));
            case "J" -> values.put(name, Long.valueOf(value));
            case "D" -> values.put(name, Double.valueOf(value));
            case "B" -> values.put(name, Boolean.valueOf(value));
            case "L" -> list(values, name).add(unescape(value));
            case "M" -> {
                String[] parts = value.split(" ", 2);
                Long count = Long.valueOf(parts[0]);
                map(values, name).put(unescape(parts[parts.length - 1]), count);
            }
            default -> {
                // Of a later version.
            }
        }
    }

    @SuppressWarnings("unchecked") // Only this class fills the map.
    private static List<String> list(Map<String, Object> values, String name) {
        return (List<String>) values.computeIfAbsent(name, absent -> new ArrayList<String>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> map(Map<String, Object> values, String name) {
        return (Map<String, Long>) values.computeIfAbsent(name, absent -> new LinkedHashMap<String, Long>());
    }

    private static String escape(Object value) {
        return String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n").replaceAll("\\p{Cntrl}", " ");
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
