package io.fdscope.examples.pollers;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prometheus itself, on loopback, with the files that users take: only made to hurry, and pointed at the test's ports.
 * Closing it kills it.
 */
final class RealPrometheus implements AutoCloseable {
    private final ForkedProcess process;
    private final Web web;

    private RealPrometheus(ForkedProcess process, Web web) {
        this.process = process;
        this.web = web;
    }

    /** Starts it, and waits until it is ready. */
    static RealPrometheus start(Path folder, List<Integer> exporters) throws IOException {
        String targets = String.join(
                ", ",
                exporters.stream().map(port -> "\"127.0.0.1:" + port + "\"").toList());
        write(
                folder,
                "prometheus.yml",
                text -> text.replace("\"127.0.0.1:9404\"", targets).replaceAll("_interval: \\d+s", "_interval: 1s"));
        write(folder, "fdscope-records.yml", text -> text);
        write(folder, "fdscope-alerts.yml", text -> text.replaceAll("for: \\d+m", "for: 1s"));
        int port = PolledJvm.freePort();
        ForkedProcess process = ForkedProcess.start(List.of(
                DebianProgram.PROMETHEUS.path(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn"));
        Web web = Web.at(port);
        Await.until("Prometheus is ready", () -> web.isUp("/-/ready"));
        return new RealPrometheus(process, web);
    }

    /** What a file becomes for the test. */
    @FunctionalInterface
    private interface Haste {
        String of(String text);
    }

    private static void write(Path folder, String name, Haste haste) throws IOException {
        Files.writeString(folder.resolve(name), haste.of(Shipped.text("prometheus/" + name)));
    }

    /** Whether a query has an answer that is not empty. */
    boolean answers(String query) {
        String answer = query(query);
        return answer.startsWith("{\"status\":\"success\"") && !answer.contains("\"result\":[]");
    }

    /** The answer to a query, JSON. */
    String query(String query) {
        return web.get("/api/v1/query?query=" + Web.encode(query));
    }

    /** Waits until an alert fires for an exporter. */
    void awaitFiring(String alert, int exporter) {
        String query =
                "ALERTS{alertname=\"" + alert + "\",alertstate=\"firing\",instance=\"127.0.0.1:" + exporter + "\"}";
        Await.until(alert + " fires", () -> answers(query));
    }

    @Override
    public void close() {
        process.close();
    }
}
