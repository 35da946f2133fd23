package io.fdscope.top;

import io.fdscope.row.Row;
import io.fdscope.sample.TimelinePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Glances at a leaking shop, at 12:00:00 UTC. */
final class Glances {
    static final long NOON = 1_764_331_200_000L;

    private static final int MINUTES = 10;

    private Glances() {}

    /** 790 of 1,024 open after ten minutes of growth, 640 of them unidentified. */
    static Glance leaking() {
        return glance("", false, figures(812, 1024), growing(812, 640), List.of(driver(), poller()));
    }

    /** Nothing wrong, a limit out of sight. */
    static Glance healthy() {
        Map<String, Number> figures = new LinkedHashMap<>(figures(61, 1_048_576));
        figures.put("unidentifiedSocketCount", 0L);
        figures.put("socketCount", 12L);
        figures.put("growthPerMinute", 0.0);
        figures.put("secondsToExhaustion", -1.0);
        figures.put("state.unidentifiedSocketCount", 0L);
        figures.put("state.established", 10L);
        figures.put("state.closeWait", 0L);
        return glance("", false, figures, growing(61, 0), List.of());
    }

    /** Not one descriptor left. */
    static Glance full() {
        Map<String, Number> figures = new LinkedHashMap<>(figures(1024, 1024));
        figures.put("secondsToExhaustion", 0.0);
        return glance("", false, figures, growing(1024, 840), List.of(driver()));
    }

    /** A process whose scans are few: its last is so old. */
    static Glance scanned(long millisAgo) {
        Map<String, Number> figures = new LinkedHashMap<>(figures(812, 1024));
        figures.put("readingEpochMillis", NOON);
        figures.put("lastScanEpochMillis", NOON - millisAgo);
        return glance("", false, figures, growing(812, 640), List.of());
    }

    /** A process that is watched for too short a time to say how fast it grows. */
    static Glance begun() {
        Map<String, Number> figures = new LinkedHashMap<>(figures(812, 1024));
        figures.put("growthPerMinute", Double.NaN);
        figures.put("secondsToExhaustion", -1.0);
        return glance("", false, figures, growing(812, 640), List.of());
    }

    /** The clock has been set back by five minutes, three seconds ago. */
    static Glance setBack() {
        List<TimelinePoint> timeline = new ArrayList<>(growing(812, 640));
        for (int second = 0; second < 3; second++) {
            timeline.add(new TimelinePoint(NOON - 300_000 + second * 1000L, 820, 700, 650));
        }
        return glance("", false, figures(812, 1024), timeline, List.of());
    }

    /** The same process, killed. */
    static Glance dead() {
        return glance(
                "process 4242 is dead (killed or crashed); this is the last it wrote",
                true,
                figures(1024, 1024),
                growing(1024, 840),
                List.of(driver()));
    }

    static Glance with(Row suspect) {
        return glance("", false, figures(812, 1024), growing(812, 640), List.of(suspect));
    }

    private static Glance glance(
            String note, boolean ended, Map<String, Number> figures, List<TimelinePoint> timeline, List<Row> suspects) {
        return new Glance(
                "4242",
                "org.example.Shop",
                "black box",
                NOON,
                note,
                ended,
                new Figures(figures),
                timeline,
                suspects.isEmpty() ? "No leak is seen.\n" : "It leaks: 640 sockets.\n\nWhat to do now: close them.\n",
                suspects);
    }

    private static Map<String, Number> figures(long open, long limit) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("openCount", open);
        figures.put("softLimit", limit);
        figures.put("hardLimit", 1_048_576L);
        figures.put("headroom", limit - open);
        figures.put("utilization", (double) open / limit);
        figures.put("growthPerMinute", 75.2);
        figures.put("secondsToExhaustion", 169.0);
        figures.put("socketCount", open - 60);
        figures.put("unidentifiedSocketCount", open - 172);
        figures.put("heldAfterCloseCount", 0L);
        figures.put("fileCount", 12L);
        figures.put("pipeCount", 4L);
        figures.put("anonInodeCount", 6L);
        figures.put("otherCount", 2L);
        figures.put("state.established", 74L);
        figures.put("state.closeWait", 38L);
        figures.put("state.unidentifiedSocketCount", open - 172);
        return figures;
    }

    /** A reading each second. */
    private static List<TimelinePoint> growing(long open, long unidentified) {
        List<TimelinePoint> points = new ArrayList<>();
        int seconds = MINUTES * 60;
        for (int i = 0; i < seconds; i++) {
            long at = NOON - (seconds - 1 - i) * 1000L;
            points.add(
                    new TimelinePoint(at, 60 + (open - 60) * i / (seconds - 1), 20, unidentified * i / (seconds - 1)));
        }
        return points;
    }

    static Row driver() {
        Map<String, Object> values = suspect(
                "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)", "neverConnected", 640);
        values.put("cause", "created, never connected nor bound, and not closed");
        values.put("unidentifiedSocketCount", 640L);
        values.put("growthPerMinute", 71.0);
        values.put("endpoints", Map.of("db-1:3306", 640L));
        values.put("countByState", Map.of("unidentifiedSocketCount", 640L));
        values.put(
                "stack",
                List.of(
                        "java.net.Socket.<init>(Socket.java:117)",
                        "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)",
                        "com.mysql.jdbc.MysqlIO.<init>(MysqlIO.java:301)",
                        "org.example.Shop.pay(Shop.java:42)"));
        return new Row(values);
    }

    static Row poller() {
        Map<String, Object> values = suspect("org.example.Poller.poll(Poller.java:17)", "closeWait", 38);
        values.put("cause", "not closed after the remote end had closed");
        values.put("unidentifiedSocketCount", 0L);
        values.put("growthPerMinute", Double.NaN);
        values.put("stack", List.of("org.example.Poller.poll(Poller.java:17)"));
        return new Row(values);
    }

    private static Map<String, Object> suspect(String site, String cause, long open) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("creationSite", site);
        values.put("creationThread", "pool-1-thread-3");
        values.put("openedBy", "socket");
        values.put("state", "standing");
        values.put("causeName", cause);
        values.put("reachability", "unknown");
        values.put("openCount", open);
        values.put("heldAfterCloseCount", 0L);
        values.put("droppedWithoutCloseCount", 0L);
        values.put("createdCount", open);
        values.put("estimated", false);
        values.put("oldestAgeMillis", 540_000L);
        values.put("closingStack", List.of());
        return values;
    }
}
