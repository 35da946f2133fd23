package io.fdscope.examples.pollers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics of fdscope's in what a jmx_exporter says.
 *
 * @param values by name with labels
 */
record Scrape(Map<String, Double> values) {
    private static final Pattern LINE = Pattern.compile("(fdscope_\\w+(?:\\{[^}]*\\})?) (\\S+)");

    static Scrape of(Web exporter) {
        Map<String, Double> values = new LinkedHashMap<>();
        exporter.get("/metrics")
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> values.put(line.group(1), Double.valueOf(line.group(2))));
        return new Scrape(values);
    }

    /** The names, without labels. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        values.keySet().forEach(name -> names.add(name.replaceAll("\\{.*", "")));
        return names;
    }

    /** One value; NaN where there is none. */
    double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
