package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loading the agent into a JVM that runs. */
class AttachIT {
    private static List<String> load(ForkedProcess host, String options) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return ForkedProcess.run(
                jcmd.toString(),
                Long.toString(host.pid()),
                "JVMTI.agent_load",
                AgentHost.JAR.toString(),
                '"' + options + '"');
    }

    @Test
    void attachedLateItKnowsWhatIsOpen() throws IOException {
        try (ForkedProcess host = AgentHost.plain()) {
            host.send("leak 30");
            host.await("leaked 30");

            assertThat(String.join("\n", load(host, "scan=1h"))).contains("return code: 0");

            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan");
            assertThat(host.await("scanned")).isEqualTo("scanned 30");
        }
    }

    @Test
    void attachedTwiceTheSecondReconfigures() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("")) {
            AgentHost.get(host, "OpenCount");

            load(host, "scan=7s,reserve=5");

            assertThat(host.await("fdscope: runs already"))
                    .isEqualTo(
                            "fdscope: runs already in this JVM (agent) and goes on with scan=7s,reserve=5; what it started with stays for reserve");
            assertThat(AgentHost.get(host, "ScanPeriodMillis")).isEqualTo("7000");
        }
    }

    @Test
    void attachedWithTheKillSwitchItStops() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("")) {
            AgentHost.get(host, "OpenCount");

            load(host, "enabled=false");

            assertThat(host.await("fdscope: runs already"))
                    .isEqualTo("fdscope: runs already in this JVM (agent) and stops now");
            host.send("get OpenCount");
            assertThat(host.await("OpenCount")).isEqualTo("OpenCount = no bean");
        }
    }

    @Test
    void attachedToAJvmAtItsLimitItLeavesTheHostAloneAndCanBeAttachedOnceThereIsRoom() throws IOException {
        try (ForkedProcess host = AgentHost.limitedPlain(300)) {
            host.await("main runs");
            load(host, "enabled=false"); // opens what attaching itself needs
            host.send("exhaust");
            host.await("exhausted with");
            load(host, "");
            host.send("free");
            host.await("freed");

            load(host, "");

            assertThat(AgentHost.get(host, "ActiveHooks")).isNotEqualTo("0");
            host.send("leak 7");
            host.await("leaked 7");
            host.send("scan");
            assertThat(host.await("scanned")).isEqualTo("scanned 7");
            assertThat(host.end()).isZero();
        }
    }
}
