package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchIT {
    @TempDir
    private Path folder;

    @Test
    void switchedOffTheClassesOfTheJdkAreWhatTheyWere() throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder)
                .start(SwitchMain.class, "-Djava.io.tmpdir=" + folder, "-javaagent:" + AgentHost.JAR + "=trace=off")) {
            assertThat(jvm.end()).isZero();
            assertThat(jvm.heard())
                    .containsExactly("at first not hooked", "on hooked", "off not hooked", "changed []", "faults 0");
        }
    }
}
