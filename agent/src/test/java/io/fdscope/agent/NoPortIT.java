package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.cli.LoopbackJmx;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** fdscope opens no port: a process can be reached where it could be before, and nowhere else. */
class NoPortIT {
    @Test
    void aProcessWithTheAgentListensNowhere() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("scan=100ms")) {
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan");
            host.await("scanned ");

            assertThat(Listeners.of(host.pid())).isEmpty();
        }
    }

    @Test
    void attachingAddsNoListeningSocket() throws IOException {
        int port = LoopbackJmx.freePort();
        try (ForkedProcess host = AgentHost.plain(LoopbackJmx.flags(port))) {
            host.await("main runs");
            Set<String> before = Listeners.of(host.pid());
            String own = ":%04X".formatted(port);
            assertThat(before).anyMatch(listener -> listener.endsWith(own));

            attach(host);
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan");
            host.await("scanned ");

            assertThat(Listeners.of(host.pid())).isEqualTo(before);
        }
    }

    private static void attach(ForkedProcess host) throws IOException {
        try (ForkedProcess command = ForkedProcess.start(
                List.of(ForkedProcess.java(), "-jar", AgentHost.JAR.toString(), "attach", Long.toString(host.pid())))) {
            int exitCode = command.end();
            assertThat(exitCode).describedAs(String.join("\n", command.heard())).isZero();
        }
    }
}
