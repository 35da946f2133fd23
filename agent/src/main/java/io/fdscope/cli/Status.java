package io.fdscope.cli;

import java.util.Map;

/**
 * One reading of a process, from wherever it came.
 *
 * @param source {@code black box} or {@code JMX}
 * @param target what the user asked for: a process id or a URL
 * @param alive whether the process lives; of a JMX server: true
 * @param note what the user should know about the reading, or empty
 * @param figures numbers by name: the MXBean's attribute with a small first letter; counts by kind and state with the
 *     prefixes {@code kind.} and {@code state.}
 * @param facts short texts by name: {@code probe}, {@code main}, {@code version}, as far as the source tells them
 */
record Status(
        String source,
        String target,
        boolean alive,
        String note,
        Map<String, Number> figures,
        Map<String, String> facts) {
    /** How old it is, in milliseconds: as the process says where it does, so that its clock may differ; −1 is unknown. */
    long ageMillis(long nowEpochMillis) {
        if (figures.containsKey("readingAgeMillis")) {
            return count("readingAgeMillis");
        }
        long read = count("readingEpochMillis");
        return read > 0 ? nowEpochMillis - read : -1;
    }

    /** A whole number, or −1 where there is none of that name. */
    long count(String name) {
        Number value = figures.get(name);
        return value == null ? -1 : value.longValue();
    }

    /** A fraction, or NaN where there is none of that name. */
    double fraction(String name) {
        Number value = figures.get(name);
        return value == null ? Double.NaN : value.doubleValue();
    }
}
