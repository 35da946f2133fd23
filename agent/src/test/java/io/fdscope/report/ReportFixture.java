package io.fdscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reports as the reader writes them: of the incident, of a server that is well, of nothing, and of much. */
final class ReportFixture {
    static final long START = 1_795_867_200_000L; // 2026-11-28, noon in UTC

    private ReportFixture() {}

    /** A Druid pool with Connector/J 5.1 has lost 4,061 sockets; the process is full. */
    static Map<String, Object> incident() {
        return report(IncidentFixture.recording("fdscope-demo.jfr", new Leak(200, 30, 30.4)));
    }

    /** The same leak, stopped halfway: there is a forecast. */
    static Map<String, Object> growing() {
        return report(IncidentFixture.recording("growing.jfr", new Leak(200, 30, 11.5)));
    }

    /** The same leak, and a garbage collection that closes what was lost. */
    static Map<String, Object> recovered() {
        return report(IncidentFixture.recording("recovered.jfr", new Leak(220, 30, 30.4, 190)));
    }

    /** Two servers, of which one leaks. */
    static Map<String, Object> pair() {
        Map<String, Object> report = report(List.of(
                IncidentFixture.recording("server-a.jfr", new Leak(200, 30, 30.4)),
                IncidentFixture.recording("server-b.jfr", new Leak(200, 200, 0))));
        report.put(
                "comparison",
                map(
                        "summary",
                        "Only server-a.jfr leaks: 4,061 unidentified sockets against 0 in server-b.jfr.",
                        "differences",
                        List.of(
                                difference("level of the verdict", List.of("exhausting", "stable"), "high"),
                                difference("descriptors open at the end", List.of(4096, 35), "high"),
                                difference("unidentified sockets at the end", List.of(4061, 0), "high"),
                                difference("growth, per minute", List.of(1824, 0), "high"),
                                difference("connects that failed", List.of(4061, 0), "high"),
                                difference("Java", List.of("17.0.15", "17.0.15"), "low"))));
        return report;
    }

    /** A recording without any of our events. */
    static Map<String, Object> empty() {
        Map<String, Object> recording = map("name", "empty.jfr", "bytes", 0, "chunks", 0);
        recording.put(
                "missing",
                List.of(map(
                        "what",
                        "There are no fdscope events in this recording",
                        "how",
                        "run the JVM with -javaagent:fdscope.jar, or attach it")));
        return report(recording);
    }

    /** 2,000 points, 500 stacks of 60 frames. */
    static Map<String, Object> large() {
        return report(LargeFixture.recording());
    }

    static Map<String, Object> hostile() {
        return report(HostileFixture.recording());
    }

    private static Map<String, Object> report(Map<String, Object> recording) {
        return report(List.of(recording));
    }

    private static Map<String, Object> report(List<Map<String, Object>> recordings) {
        return map(
                "schema",
                "io.fdscope.report",
                "version",
                1,
                "generator",
                "fdscope 0.1.0",
                "recordings",
                recordings,
                "comparison",
                null);
    }

    private static Map<String, Object> difference(String what, List<?> sides, String weight) {
        return map("what", what, "first", sides.get(0), "second", sides.get(1), "weight", weight);
    }

    /** A map that can be changed, and can hold null. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** What the function says of each index. */
    static List<Object> column(int size, IntFunction<Object> at) {
        List<Object> column = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            column.add(at.apply(i));
        }
        return column;
    }

    /** So many sockets a second are lost from a second on, until a garbage collection closes them. */
    record Leak(int seconds, int from, double perSecond, int until) {
        static final int LIMIT = 4096;
        static final int OTHERS = 35;

        /** Without an end. */
        Leak(int seconds, int from, double perSecond) {
            this(seconds, from, perSecond, Integer.MAX_VALUE);
        }

        int lost(int second) {
            if (second >= until) {
                return 0;
            }
            return (int) Math.min(LIMIT - OTHERS, Math.round(Math.max(0, second - from) * perSecond));
        }

        int open(int second) {
            return OTHERS + lost(second);
        }

        boolean isFull(int second) {
            return open(second) == LIMIT;
        }

        /** A minute. */
        double growth(int second) {
            boolean grows = second > from + 5 && second < until && !isFull(second);
            return grows ? perSecond * 60 : 0;
        }

        double secondsToExhaustion(int second) {
            return (LIMIT - open(second)) / perSecond;
        }

        /** When it is as bad as it gets. */
        int worst() {
            return Math.min(seconds, until - 1);
        }
    }
}
