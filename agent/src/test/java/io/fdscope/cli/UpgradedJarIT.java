package io.fdscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's jar is no more what it was when the JVM began. */
class UpgradedJarIT {
    /** As the upgrade of a package does, whose jars have the version in their name. */
    @Test
    void aJvmWhoseJarHasBeenTakenAwayObeysAllTheSame(@TempDir Path folder) throws IOException {
        Path itsJar = Files.copy(AgentHost.JAR, folder.resolve("fdscope-before.jar"));
        try (ForkedProcess host = AgentHost.plain("-javaagent:" + itsJar)) {
            String pid = Long.toString(host.pid());
            AgentHost.get(host, "OpenCount");
            Files.delete(itsJar);

            assertThat(Run.of("attach", pid, "scan=7s").output())
                    .containsExactly("process " + pid + ": runs already in this JVM (agent) and goes on with scan=7s");
            assertThat(Run.of("fds", pid, "--limit", "2").exitCode()).isZero();
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }
}
