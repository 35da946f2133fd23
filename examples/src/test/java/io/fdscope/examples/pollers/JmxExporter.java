package io.fdscope.examples.pollers;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real jmx_exporter, with the files that users take. */
final class JmxExporter {
    private JmxExporter() {}

    /** The flag that puts it into a JVM. */
    static String agent(int port) {
        return "-javaagent:" + Shipped.jar("jmx-exporter-agent") + "=127.0.0.1:" + port + ":"
                + Shipped.file("prometheus/fdscope-agent.yml");
    }

    /** As a process of its own, which asks {@code address}. */
    static ForkedProcess standalone(int port, String address, Path folder) throws IOException {
        String text = Shipped.text("prometheus/fdscope-standalone.yml").replace("127.0.0.1:9010", address);
        Path settings = Files.writeString(folder.resolve("standalone.yml"), text);
        ForkedProcess process = ForkedProcess.start(List.of(
                ForkedProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Shipped.jar("jmx-exporter-standalone").toString(),
                "127.0.0.1:" + port,
                settings.toString()));
        Await.until("the exporter answers", () -> Web.at(port).isUp("/metrics"));
        return process;
    }
}
