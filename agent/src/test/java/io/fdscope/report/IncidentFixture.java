package io.fdscope.report;

import static io.fdscope.report.ReportFixture.START;
import static io.fdscope.report.ReportFixture.column;
import static io.fdscope.report.ReportFixture.map;

import io.fdscope.report.ReportFixture.Leak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The recording of a process that runs the incident, with a sample each second. */
final class IncidentFixture {
    static final String SITE = "com.mysql.jdbc.StandardSocketFactory.configureSocket(StandardSocketFactory.java:117)";
    static final List<List<String>> STACKS = List.of(
            List.of(
                    "sun.nio.ch.Net.bind0(Native Method)",
                    "sun.nio.ch.NioSocketImpl.create(NioSocketImpl.java:455)",
                    "java.net.SocksSocketImpl.create(SocksSocketImpl.java:89)",
                    "java.net.Socket.createImpl(Socket.java:521)",
                    "java.net.Socket.getImpl(Socket.java:580)",
                    "java.net.Socket.setTcpNoDelay(Socket.java:1038)",
                    SITE,
                    "com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:199)",
                    "com.mysql.jdbc.MysqlIO.<init>(MysqlIO.java:300)",
                    "com.mysql.jdbc.ConnectionImpl.coreConnect(ConnectionImpl.java:2150)",
                    "com.mysql.jdbc.ConnectionImpl.connectWithRetries(ConnectionImpl.java:1995)",
                    "com.mysql.jdbc.ConnectionImpl.createNewIO(ConnectionImpl.java:1966)",
                    "com.mysql.jdbc.ConnectionImpl.<init>(ConnectionImpl.java:776)",
                    "com.mysql.jdbc.JDBC4Connection.<init>(JDBC4Connection.java:47)",
                    "com.mysql.jdbc.NonRegisteringDriver.connect(NonRegisteringDriver.java:330)",
                    "com.alibaba.druid.pool.DruidAbstractDataSource.createPhysicalConnection(DruidAbstractDataSource.java:1375)",
                    "com.alibaba.druid.pool.DruidDataSource$CreateConnectionThread.run(DruidDataSource.java:1712)"),
            List.of(
                    "sun.nio.ch.NioSocketImpl.create(NioSocketImpl.java:455)",
                    "java.net.Socket.<init>(Socket.java:454)",
                    "com.example.shop.HealthCheck.ping(HealthCheck.java:58)",
                    "com.example.shop.HealthCheck.lambda$start$0(HealthCheck.java:31)",
                    "java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)",
                    "java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)",
                    "java.lang.Thread.run(Thread.java:840)"),
            List.of(
                    "sun.nio.ch.NioSocketImpl.accept(NioSocketImpl.java:760)",
                    "java.net.ServerSocket.implAccept(ServerSocket.java:675)",
                    "com.example.shop.OrderServer.serve(OrderServer.java:77)",
                    "com.example.shop.OrderServer.lambda$start$1(OrderServer.java:42)",
                    "java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)",
                    "java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)",
                    "java.lang.Thread.run(Thread.java:840)"),
            List.of(
                    "java.io.FileInputStream.<init>(FileInputStream.java:157)",
                    "com.example.shop.Catalogue.load(Catalogue.java:203)",
                    "com.example.shop.OrderServer.answer(OrderServer.java:118)",
                    "java.lang.Thread.run(Thread.java:840)"));
    static final int BUCKET_SECONDS = 5;

    private IncidentFixture() {}

    static Map<String, Object> recording(String name, Leak leak) {
        int seconds = leak.seconds();
        long end = START + seconds * 1000L;
        Map<String, Object> recording = map("name", name, "bytes", 1_843_712, "chunks", 1);
        recording.put("startMillis", START);
        recording.put("endMillis", end);
        recording.put("problems", List.of());
        recording.put(
                "missing",
                List.of(map(
                        "what",
                        "Who closed which socket",
                        "how",
                        "record with fdscope.jfc, or +io.fdscope.SocketClosed#enabled=true")));
        recording.put("process", process());
        recording.put(
                "eventCounts",
                map(
                        "io.fdscope.FileDescriptorUsage",
                        seconds + 1,
                        "io.fdscope.SocketStates",
                        seconds / 10 + 1,
                        "io.fdscope.SocketOpened",
                        leak.lost(seconds) + 240));
        recording.put("verdict", verdict(leak, seconds));
        recording.put("worst", leak.worst() < seconds ? verdict(leak, leak.worst()) : null);
        recording.put("course", course(leak));
        recording.put("usage", usage(leak));
        recording.put("states", states(leak));
        recording.put("kernel", kernel(leak));
        recording.put("system", system(leak));
        recording.put("stacks", STACKS);
        recording.put(
                "buckets", map("startMillis", START, "widthMillis", BUCKET_SECONDS * 1000, "count", buckets(leak)));
        recording.put("creations", creations(leak));
        recording.put("connects", connects(leak));
        recording.put("traffic", traffic());
        recording.put("exhausted", exhausted(leak));
        recording.put("alerts", alerts(leak));
        recording.put("faults", List.of());
        recording.put("confidence", confidence(leak));
        return recording;
    }

    private static Map<String, Object> process() {
        return map(
                "pid", 4711,
                "command", "com.example.shop.OrderServer --port 8080",
                "jvmArguments", "-Xms4g -javaagent:fdscope.jar=scan=2s",
                "javaVersion", "17.0.15+6",
                "jvm", "OpenJDK 64-Bit Server VM",
                "os", "Linux 6.18.4 amd64",
                "startedMillis", START - 12_000,
                "tracingSinceMillis", START - 11_500);
    }

    private static int buckets(Leak leak) {
        return leak.seconds() / BUCKET_SECONDS + 1;
    }

    private static Map<String, Object> verdict(Leak leak, int second) {
        int lost = leak.lost(second);
        boolean leaks = lost > 0;
        String level = leaks ? (leak.isFull(second) ? "exhausting" : "growing") : "stable";
        Map<String, Object> verdict = map("atMillis", START + second * 1000L, "level", level);
        String summary = summary(leak, second);
        verdict.put("summary", summary);
        verdict.put("text", summary);
        verdict.put("orders", leaks ? orders() : List.of());
        verdict.put("doubts", confidence(leak));
        verdict.put("openCount", leak.open(second));
        verdict.put("softLimit", Leak.LIMIT);
        verdict.put("unlimited", false);
        verdict.put("unidentified", lost);
        verdict.put("unattributed", 0);
        verdict.put("growthPerMinute", growth(leak, second));
        verdict.put("secondsToExhaustion", leaks && !leak.isFull(second) ? toExhaustion(leak, second) : null);
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
                        .formatted(leak.lost(second), SITE, THREAD);
        return open
                + origin
                + (leak.isFull(second)
                        ? " The process is full: it can open nothing more."
                        : " The process is full in about 3 minutes.");
    }

    private static double growth(Leak leak, int second) {
        boolean grows = second > leak.from() + 5 && second < leak.until() && !leak.isFull(second);
        return grows ? leak.perSecond() * 60 : 0;
    }

    static final String THREAD = "Druid-ConnectionPool-Create-1372047323";

    private static double toExhaustion(Leak leak, int second) {
        return (Leak.LIMIT - leak.open(second)) / leak.perSecond();
    }

    private static List<String> orders() {
        return List.of(
                "To buy time: prlimit --pid 4711 --nofile=8192:",
                "A garbage collection closes what the program has dropped: jcmd 4711 GC.run; option relief=gc does so when it"
                        + " gets tight",
                "Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at "
                        + SITE);
    }

    private static Map<String, Object> suspect(Leak leak, int second) {
        int lost = leak.lost(second);
        Map<String, Object> suspect = map("site", SITE, "openedBy", "socket", "thread", THREAD, "state", "standing");
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
        suspect.put("growthPerMinute", growth(leak, second));
        suspect.put("endpoints", List.of());
        suspect.put(
                "remedy",
                "Close the socket when an option, bind or connect fails: in finally, or try-with-resources, at "
                        + SITE);
        suspect.put("traced", true);
        int points = second / 10 + 1;
        suspect.put(
                "history",
                map(
                        "epochMillis", column(points, i -> START + i * 10_000L),
                        "open", column(points, i -> leak.lost(i * 10))));
        return suspect;
    }

    private static List<Object> course(Leak leak) {
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
                    "Sockets created at " + SITE + " are not closed."));
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

    private static Map<String, Object> usage(Leak leak) {
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
        usage.put("growthPerMinute", column(points, i -> growth(leak, i)));
        usage.put("secondsToExhaustion", column(points, i -> growth(leak, i) > 0 ? toExhaustion(leak, i) : null));
        return usage;
    }

    private static Map<String, Object> states(Leak leak) {
        int points = leak.seconds() / 10 + 1;
        Map<String, Object> counts = map("UNIDENTIFIED", column(points, i -> leak.lost(i * 10)));
        counts.put("LISTEN", column(points, i -> 2));
        counts.put("ESTABLISHED", column(points, i -> 5 + i % 3));
        counts.put("CLOSE_WAIT", column(points, i -> i % 4 == 0 ? 1 : 0));
        counts.put("UNIX", column(points, i -> 1));
        return map("epochMillis", column(points, i -> START + i * 10_000L), "counts", counts);
    }

    private static Map<String, Object> kernel(Leak leak) {
        int points = leak.seconds() / 10 + 1;
        return map(
                "epochMillis", column(points, i -> START + i * 10_000L),
                "tcpAllocated", column(points, i -> 24 + leak.lost(i * 10)),
                "tcpInUse", column(points, i -> 11),
                "tcpOrphaned", column(points, i -> 0),
                "tcpTimeWait", column(points, i -> 3 + i % 5),
                "socketsUsed", column(points, i -> 131 + leak.lost(i * 10)));
    }

    private static Map<String, Object> system(Leak leak) {
        int points = leak.seconds() / 30 + 1;
        return map(
                "epochMillis", column(points, i -> START + i * 30_000L),
                "allocatedFiles", column(points, i -> 2_336 + leak.lost(i * 30)),
                "maxFiles", column(points, i -> 9_223_372_036_854_775_807L));
    }

    private static Map<String, Object> creations(Leak leak) {
        List<Object> lost = new ArrayList<>();
        for (int i = 0; i < buckets(leak); i++) {
            int last = Math.min(leak.seconds(), (i + 1) * BUCKET_SECONDS);
            int n = i * BUCKET_SECONDS >= leak.until() ? 0 : leak.lost(last) - leak.lost(i * BUCKET_SECONDS);
            if (n > 0) {
                lost.add(List.of(i, n));
            }
        }
        List<Object> steady = column(buckets(leak), i -> List.of(i, 5));
        List<Object> accepted = column(buckets(leak), i -> List.of(i, 1 + i % 2));
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

    private static Map<String, Object> connects(Leak leak) {
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

    private static Map<String, Object> traffic() {
        Map<String, Object> end = map("host", "search.shop.internal", "address", "2001:db8::17", "port", 9200);
        end.putAll(
                map("reads", 40, "writes", 12, "bytesRead", 1_310_720, "bytesWritten", 9_216, "longestMillis", 48.2));
        return map("items", List.of(end), "leftOut", 0);
    }

    private static List<Object> exhausted(Leak leak) {
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

    private static List<Object> alerts(Leak leak) {
        if (!leak.isFull(leak.worst())) {
            return List.of();
        }
        return List.of(
                map("atMillis", START + 137_000, "level", "warn", "openCount", leak.open(137), "softLimit", Leak.LIMIT),
                map(
                        "atMillis",
                        START + 157_000,
                        "level",
                        "critical",
                        "openCount",
                        leak.open(157),
                        "softLimit",
                        Leak.LIMIT));
    }

    private static List<String> confidence(Leak leak) {
        return List.of(
                "creations have been traced for 3 minutes, %,d of them; what is older, or native code's, is not known"
                        .formatted(leak.lost(leak.seconds()) + 252));
    }
}
