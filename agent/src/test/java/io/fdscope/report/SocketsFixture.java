package io.fdscope.report;

import static io.fdscope.report.ReportFixture.START;
import static io.fdscope.report.ReportFixture.column;
import static io.fdscope.report.ReportFixture.map;

import io.fdscope.report.ReportFixture.Leak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who created and who connected sockets in the incident. */
final class SocketsFixture {
    private SocketsFixture() {}

    static Map<String, Object> creations(Leak leak) {
        List<Object> lost = new ArrayList<>();
        for (int i = 0; i < IncidentFixture.buckets(leak); i++) {
            int last = Math.min(leak.seconds(), (i + 1) * IncidentFixture.BUCKET_SECONDS);
            int n = i * IncidentFixture.BUCKET_SECONDS >= leak.until()
                    ? 0
                    : leak.lost(last) - leak.lost(i * IncidentFixture.BUCKET_SECONDS);
            if (n > 0) {
                lost.add(List.of(i, n));
            }
        }
        List<Object> steady = column(IncidentFixture.buckets(leak), i -> List.of(i, 5));
        List<Object> accepted = column(IncidentFixture.buckets(leak), i -> List.of(i, 1 + i % 2));
        List<Object> items = new ArrayList<>();
        if (!lost.isEmpty()) {
            items.add(map(
                    "stack",
                    0,
                    "openedBy",
                    "socket",
                    "created",
                    lost,
                    "stillOpen",
                    leak.worst() < leak.seconds() ? List.of() : lost));
        }
        items.add(map("stack", 1, "openedBy", "socket", "created", steady, "stillOpen", List.of()));
        items.add(map(
                "stack",
                2,
                "openedBy",
                "accept",
                "created",
                accepted,
                "stillOpen",
                List.of(List.of(3, 2), List.of(9, 1))));
        return map(
                "items",
                items,
                "leftOut",
                0,
                "known",
                "Every creation of this time is in the recording: no rate limit was reached.");
    }

    static Map<String, Object> connects(Leak leak) {
        int lost = leak.lost(leak.worst());
        List<Object> items = new ArrayList<>();
        if (lost > 0) {
            items.add(connect(
                    map(
                            "host",
                            "db-1.shop.internal",
                            "address",
                            "192.0.2.17",
                            "port",
                            3306,
                            "attempts",
                            36,
                            "failed",
                            31),
                    List.of(
                            map("text", "java.net.SocketTimeoutException: Connect timed out", "count", 24),
                            map("text", "java.net.ConnectException: Connection refused", "count", 7))));
        }
        items.add(connect(
                map("host", "localhost", "address", "127.0.0.1", "port", 8081, "attempts", 205, "failed", 0),
                List.of()));
        items.add(connect(
                map(
                        "host",
                        "search.shop.internal",
                        "address",
                        "2001:db8::17",
                        "port",
                        9200,
                        "attempts",
                        41,
                        "failed",
                        1),
                List.of(map("text", "java.net.ConnectException: Connection refused", "count", 1))));
        return map("items", items, "leftOut", 0);
    }

    private static Map<String, Object> connect(Map<String, Object> end, List<?> failures) {
        int attempts = (int) end.get("attempts");
        int failed = (int) end.get("failed");
        end.put("failures", failures);
        end.put("longestMillis", failed > 0 ? 1_004.2 : 3.1);
        end.put("totalMillis", failed > 0 ? 24_190.0 : 101.7);
        int half = attempts / 2;
        end.put("attemptsByBucket", List.of(List.of(2, half), List.of(20, attempts - half)));
        end.put("failedByBucket", failed == 0 ? List.of() : List.of(List.of(20, failed)));
        return end;
    }

    static Map<String, Object> traffic() {
        Map<String, Object> end = map("host", "search.shop.internal", "address", "2001:db8::17", "port", 9200);
        end.putAll(
                map("reads", 40, "writes", 12, "bytesRead", 1_310_720, "bytesWritten", 9_216, "longestMillis", 48.2));
        return map("items", List.of(end), "leftOut", 0);
    }

    static List<Object> exhausted(Leak leak) {
        if (!leak.isFull(leak.worst())) {
            return List.of();
        }
        return List.of(
                map(
                        "stack",
                        2,
                        "failure",
                        "java.net.SocketException: Too many open files",
                        "count",
                        311,
                        "firstMillis",
                        START + 164_000,
                        "lastMillis",
                        START + 199_900),
                map(
                        "stack",
                        0,
                        "failure",
                        "java.net.SocketException: Too many open files",
                        "count",
                        72,
                        "firstMillis",
                        START + 163_800,
                        "lastMillis",
                        START + 199_600));
    }
}
