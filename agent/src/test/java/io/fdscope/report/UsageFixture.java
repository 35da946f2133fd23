package io.fdscope.report;

import static io.fdscope.report.ReportFixture.START;
import static io.fdscope.report.ReportFixture.column;
import static io.fdscope.report.ReportFixture.map;

import io.fdscope.report.ReportFixture.Leak;
import java.util.Map;

/** The incident in figures over time. */
final class UsageFixture {
    private UsageFixture() {}

    static Map<String, Object> usage(Leak leak) {
        int points = leak.seconds() + 1;
        Map<String, Object> usage = map("epochMillis", column(points, i -> START + i * 1000L));
        usage.put("open", column(points, leak::open));
        usage.put("softLimit", column(points, i -> Leak.LIMIT));
        usage.put("hardLimit", column(points, i -> 20_000));
        usage.put("headroom", column(points, i -> Leak.LIMIT - leak.open(i)));
        usage.put("sockets", column(points, i -> 9 + leak.lost(i)));
        usage.put("unidentified", column(points, i -> leak.lost(i)));
        usage.put("heldAfterClose", column(points, i -> 0));
        usage.put("files", column(points, i -> 21));
        usage.put("pipes", column(points, i -> 2));
        usage.put("anonInodes", column(points, i -> 2));
        usage.put("others", column(points, i -> 1));
        usage.put("growthPerMinute", column(points, i -> leak.growth(i)));
        usage.put("secondsToExhaustion", column(points, i -> leak.growth(i) > 0 ? leak.secondsToExhaustion(i) : null));
        return usage;
    }

    static Map<String, Object> states(Leak leak) {
        int points = leak.seconds() / 10 + 1;
        Map<String, Object> counts = map("UNIDENTIFIED", column(points, i -> leak.lost(i * 10)));
        counts.put("LISTEN", column(points, i -> 2));
        counts.put("ESTABLISHED", column(points, i -> 5 + i % 3));
        counts.put("CLOSE_WAIT", column(points, i -> i % 4 == 0 ? 1 : 0));
        counts.put("UNIX", column(points, i -> 1));
        return map("epochMillis", column(points, i -> START + i * 10_000L), "counts", counts);
    }

    static Map<String, Object> kernel(Leak leak) {
        int points = leak.seconds() / 10 + 1;
        return map(
                "epochMillis", column(points, i -> START + i * 10_000L),
                "tcpAllocated", column(points, i -> 24 + leak.lost(i * 10)),
                "tcpInUse", column(points, i -> 11),
                "tcpOrphaned", column(points, i -> 0),
                "tcpTimeWait", column(points, i -> 3 + i % 5),
                "socketsUsed", column(points, i -> 131 + leak.lost(i * 10)));
    }

    static Map<String, Object> system(Leak leak) {
        int points = leak.seconds() / 30 + 1;
        return map(
                "epochMillis", column(points, i -> START + i * 30_000L),
                "allocatedFiles", column(points, i -> 2_336 + leak.lost(i * 30)),
                "maxFiles", column(points, i -> 9_223_372_036_854_775_807L));
    }
}
