package io.fdscope.report;

import static io.fdscope.report.ReportFixture.START;
import static io.fdscope.report.ReportFixture.map;

import io.fdscope.report.ReportFixture.Leak;
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
        recording.put("verdict", VerdictFixture.verdict(leak, seconds));
        recording.put("worst", leak.worst() < seconds ? VerdictFixture.verdict(leak, leak.worst()) : null);
        recording.put("course", VerdictFixture.course(leak));
        recording.put("usage", UsageFixture.usage(leak));
        recording.put("states", UsageFixture.states(leak));
        recording.put("kernel", UsageFixture.kernel(leak));
        recording.put("system", UsageFixture.system(leak));
        recording.put("stacks", STACKS);
        recording.put(
                "buckets", map("startMillis", START, "widthMillis", BUCKET_SECONDS * 1000, "count", buckets(leak)));
        recording.put("creations", SocketsFixture.creations(leak));
        recording.put("connects", SocketsFixture.connects(leak));
        recording.put("traffic", SocketsFixture.traffic());
        recording.put("exhausted", SocketsFixture.exhausted(leak));
        recording.put("alerts", alerts(leak));
        recording.put("faults", List.of());
        recording.put("confidence", confidence(leak, leak.seconds()));
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

    static int buckets(Leak leak) {
        return leak.seconds() / BUCKET_SECONDS + 1;
    }

    static final String THREAD = "Druid-ConnectionPool-Create-1372047323";

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

    static List<String> confidence(Leak leak, int second) {
        return List.of(
                "creations have been traced for 3 minutes, %,d of them; what is older, or native code's, is not known"
                        .formatted(leak.lost(second) + second));
    }
}
