package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recording that fdscope keeps, under a guard without a reserve. */
class OwnRecordingIT {
    @Test
    void oneThatCannotBeStoppedGoesOnWithItsSettings() throws IOException {
        List<String> command = List.of(
                "sh",
                "-c",
                "ulimit -c 0; ulimit -n 300; exec \"$0\" \"$@\"",
                ForkedProcess.java(),
                "-javaagent:" + AgentHost.JAR + "=reserve=0",
                "-cp",
                System.getProperty("java.class.path"),
                OwnRecordingHost.class.getName());
        try (ForkedProcess host = ForkedProcess.start(command)) {
            assertThat(host.await("before: ")).endsWith("true");
            assertThat(host.await("stopped: ")).contains("no file descriptor left for a chunk");
            assertThat(host.await("running: ")).endsWith("true");
            assertThat(host.await("after: ")).endsWith("true");
            assertThat(host.await("rotated: ")).contains("no file descriptor left for a chunk");
            assertThat(host.await("left behind: ")).endsWith(" 0");
            assertThat(host.await("settings: ")).contains("Too many open files");
            assertThat(host.await("stopped later: ")).endsWith("yes");
            assertThat(host.await("in the end: ")).endsWith("false");
            assertThat(host.await("known to the JDK: ")).doesNotEndWith(" 0"); // It lists them once, and for good.
            assertThat(host.end()).isZero();
        }
    }
}
