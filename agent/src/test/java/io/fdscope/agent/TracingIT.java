package io.fdscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks and ledger as the agent has them, in applications that know nothing of it. */
class TracingIT {
    @TempDir
    private Path temporary;

    private String tmp() {
        return "-Djava.io.tmpdir=" + temporary;
    }

    @Test
    void anApplicationThatIsTakenAwayGoesThoughSocketsOfItsAreOpen() throws IOException {
        String classPath = "target/test-classes:" + ForkedProcess.home(ForkedProcess.class);
        try (ForkedProcess host = AgentHost.onClassPath(
                classPath, "io.fdscope.agent.RedeployHost", tmp(), "-javaagent:" + AgentHost.JAR)) {
            assertThat(host.await("collected")).isEqualTo("collected with 20 open");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            host.send("scan");
            assertThat(host.await("scanned")).isEqualTo("scanned 20");
            host.send("sites");
            assertThat(host.await("sites"))
                    .isEqualTo("sites [io.fdscope.agent.WebApplication.call(WebApplication.java:10)]");
            assertThat(host.end()).isZero();
        }
    }

    @Test
    void switchedOnAndOffWhileItRunsItKnowsWhatWasOpenedInBetween() throws IOException {
        try (ForkedProcess host = AgentHost.withAgent("trace=off", tmp())) {
            assertThat(AgentHost.get(host, "TraceEnabled")).isEqualTo("false");
            assertThat(AgentHost.get(host, "ActiveHooks")).isEqualTo("0");
            assertThat(sitesOfTenMore(host)).isEqualTo("sites []");

            switchTo("true", host);
            assertThat(Integer.parseInt(AgentHost.get(host, "ActiveHooks"))).isGreaterThan(20);
            assertThat(sitesOfTenMore(host)).isEqualTo("sites [" + AgentHost.LEAK + "]");

            switchTo("false", host);
            assertThat(AgentHost.get(host, "ActiveHooks")).isEqualTo("0");
            assertThat(sitesOfTenMore(host)).isEqualTo("sites []");

            switchTo("true", host);
            assertThat(sitesOfTenMore(host)).isEqualTo("sites [" + AgentHost.LEAK + "]");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
            assertThat(host.end()).isZero();
        }
    }

    @Test
    void ofTwoAgentsOnlyTheFirstHasHooks() throws IOException {
        String options = "suspectAge=1s,scan=100ms,count=50ms,budget=100%";
        try (ForkedProcess host = AgentHost.plain(
                tmp(), "-javaagent:" + AgentHost.JAR + "=" + options, "-javaagent:" + AgentHost.JAR + "=trace=on")) {
            AgentHost.get(host, "ActiveHooks");
            host.send("leak 30");
            host.await("leaked 30");

            assertThat(AgentHost.explanation(host, AgentHost.LEAK)).contains("30 created so far");
            assertThat(AgentHost.get(host, "FaultCount")).isEqualTo("0");
        }
    }

    private static void switchTo(String enabled, ForkedProcess host) throws IOException {
        host.send("set TraceEnabled " + enabled);
        host.await("set");
        assertThat(AgentHost.get(host, "TraceEnabled")).isEqualTo(enabled);
    }

    private static String sitesOfTenMore(ForkedProcess host) throws IOException {
        host.send("leak 10");
        host.await("leaked");
        host.send("scan");
        host.await("scanned");
        host.send("sites");
        return host.await("sites");
    }
}
