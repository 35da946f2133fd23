package io.fdscope.top;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers by name, and in words.
 *
 * @param values the MXBean's attributes with a small first letter; counts by state with the prefix {@code state.}
 */
public record Figures(Map<String, Number> values) {
    /** Copies. */
    public Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A whole number, or −1 where there is none of that name. */
    public long count(String name) {
        Number value = values.get(name);
        return value == null ? -1 : value.longValue();
    }

    /** A fraction, or NaN where there is none of that name. */
    public double fraction(String name) {
        Number value = values.get(name);
        return value == null ? Double.NaN : value.doubleValue();
    }

    /** Those with a prefix, without it. */
    public Map<String, Long> group(String prefix) {
        Map<String, Long> group = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                group.put(name.substring(prefix.length()), value.longValue());
            }
        });
        return group;
    }

    /** A whole number in words. */
    public String words(String name) {
        return words(count(name));
    }

    static String words(long value) {
        if (value < 0) {
            return "unknown";
        }
        return value == Long.MAX_VALUE ? "unlimited" : String.format(Locale.ROOT, "%,d", value);
    }

    /** Growth with its sign; {@code unknown} for NaN. */
    static String growth(double perMinute) {
        return Double.isNaN(perMinute) ? "unknown" : String.format(Locale.ROOT, "%+,.0f", perMinute);
    }
}
