package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that are started with something that might keep the agent from its work. */
class StartIT {
    private static void assertThatItWorks(ForkedProcess host) throws IOException {
        assertThat(AgentHost.get(host, "OpenCount")).matches("\\d+");
        assertThat(AgentHost.get(host, "TraceEnabled")).isEqualTo("true");
        assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
    }

    /** A build tool may hand all its system properties to the program that it starts. */
    @Test
    void theClaimOfTheProcessThatStartedItIsNotItsOwn() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("", "-Dio.fdscope.watchedBy=agent in process 1")) {
            assertThatItWorks(host);
        }
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "there is no security manager any more")
    void underASecurityManagerWhatThePolicyGrantsTheJarCounts(@TempDir Path folder) throws IOException {
        Path policy =
                Files.writeString(folder.resolve("policy"), "grant { permission java.security.AllPermission; };\n");
        try (ForkedProcess host =
                AgentHost.withAgent("", "-Djava.security.manager", "-Djava.security.policy==" + policy)) {
            assertThatItWorks(host);
        }
    }
}
