package io.fdscope.report;

import static io.fdscope.report.ReportFixture.START;
import static io.fdscope.report.ReportFixture.column;
import static io.fdscope.report.ReportFixture.map;

import io.fdscope.report.ReportFixture.Leak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What fdscope says of the incident. */
final class VerdictFixture {
    private VerdictFixture() {}

    static Map<String, Object> verdict(Leak leak, int second) {
        int lost = leak.lost(second);
        boolean leaks = lost > 0;
        String level = leaks ? (leak.isFull(second) ? "exhausting" : "growing") : "stable";
        Map<String, Object> verdict = map("atMillis", START + second * 1000L, "level", level);
        String summary = summary(leak, second);
        verdict.put("summary", summary);
        verdict.put("text", summary);
        verdict.put("orders", leaks ? orders() : List.of());
        verdict.put("doubts", IncidentFixture.confidence(leak, second));
        verdict.put("openCount", leak.open(second));
        verdict.put("softLimit", Leak.LIMIT);
        verdict.put("unlimited", false);
        verdict.put("unidentified", lost);
        verdict.put("unattributed", 0);
        verdict.put("growthPerMinute", leak.growth(second));
        verdict.put("secondsToExhaustion", leaks && !leak.isFull(second) ? leak.secondsToExhaustion(second) : null);
        verdict.put("suspects", leaks ? List.of(suspect(leak, second)) : List.of());
        return verdict;
    }

    private static String summary(Leak leak, int second) {
        String open = "%,d of 4,096 descriptors are open".formatted(leak.open(second));
        if (leak.lost(second) == 0) {
            return "No leak is seen. " + open + ", and their number does not grow.";
        }
        String origin =
                " and %,d of them are sockets that were created at %s by thread %s, never connected, and not closed."
                        .formatted(leak.lost(second), IncidentFixture.SITE, IncidentFixture.THREAD);
        return open
                + origin
                + (leak.isFull(second)
                        ? " The process is full: it can open nothing more."
                        : " The process is full in about 3 minutes.");
    }

    private static List<String> orders() {
        return List.of(
                "To buy time: prlimit --pid 4711 --nofile=8192:",
                "A garbage collection closes what the program has dropped: jcmd 4711 GC.run; option relief=gc does so when it"
                        + " gets tight",
                "Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at "
                        + IncidentFixture.SITE);
    }

    private static Map<String, Object> suspect(Leak leak, int second) {
        int lost = leak.lost(second);
        Map<String, Object> suspect = map(
                "site",
                IncidentFixture.SITE,
                "openedBy",
                "socket",
                "thread",
                IncidentFixture.THREAD,
                "state",
                "standing");
        suspect.put("cause", "neverConnected");
        suspect.put("causeText", "never connected, and not closed");
        suspect.put("stack", 0);
        suspect.put("closingStack", null);
        suspect.put("open", lost);
        suspect.put("unidentified", lost);
        suspect.put("heldAfterClose", 0);
        suspect.put("byState", map("UNIDENTIFIED", lost));
        suspect.put("dropped", 12);
        suspect.put("created", lost + 12);
        suspect.put("estimated", false);
        suspect.put("concerned", lost);
        suspect.put("oldestAgeMillis", (second - leak.from()) * 1000L);
        suspect.put("growthPerMinute", leak.growth(second));
        suspect.put("endpoints", List.of());
        suspect.put(
                "remedy",
                "Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at "
                        + IncidentFixture.SITE);
        suspect.put("traced", true);
        int points = second / 10 + 1;
        suspect.put(
                "history",
                map(
                        "epochMillis", column(points, i -> START + i * 10_000L),
                        "open", column(points, i -> leak.lost(i * 10))));
        return suspect;
    }

    static List<Object> course(Leak leak) {
        List<Object> course = new ArrayList<>();
        course.add(map(
                "atMillis",
                START,
                "level",
                "unknown",
                "summary",
                "Too little has been seen to say whether anything leaks."));
        if (leak.lost(leak.worst()) > 0) {
            course.add(map("atMillis", START + 20_000, "level", "stable", "summary", "No leak is seen."));
            course.add(map(
                    "atMillis",
                    START + 62_000,
                    "level",
                    "growing",
                    "summary",
                    "Sockets created at " + IncidentFixture.SITE + " are not closed.",
                    "site",
                    IncidentFixture.SITE));
            if (leak.isFull(leak.worst())) {
                course.add(map(
                        "atMillis",
                        START + 84_000,
                        "level",
                        "exhausting",
                        "summary",
                        "The process is full in about 1 minute."));
            }
        }
        return course;
    }
}
