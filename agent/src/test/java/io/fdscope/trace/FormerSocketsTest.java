package io.fdscope.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

class FormerSocketsTest {
    private static final String STREAMS = "Socket and ServerSocket (jdk.net.usePlainSocketImpl)";
    private static final String DATAGRAMS = "DatagramSocket (jdk.net.usePlainDatagramSocketImpl)";

    private static List<String> inUse(int feature, String streams, String datagrams) {
        Properties properties = new Properties();
        properties.setProperty("jdk.net.usePlainSocketImpl", streams);
        properties.setProperty("jdk.net.usePlainDatagramSocketImpl", datagrams);
        return FormerSockets.inUse(feature, properties);
    }

    @Test
    void theyAreInUseWhereTheJdkTakesThePropertyForThat() {
        assertThat(inUse(17, "", "")).containsExactly(STREAMS, DATAGRAMS);
        assertThat(inUse(17, "true", "TRUE")).containsExactly(STREAMS, DATAGRAMS);
        assertThat(inUse(17, "yes", "yes")).containsExactly(STREAMS);
        assertThat(inUse(17, "False", "false")).isEmpty();
        assertThat(FormerSockets.inUse(17, new Properties())).isEmpty();
    }

    @Test
    void newerJdksHaveNone() {
        assertThat(inUse(18, "true", "true")).isEmpty();
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "there are none any more")
    void theyAreSaidAndListedAsMissing(@TempDir Path folder) throws IOException {
        try (ForkedProcess jvm = new TracedJvm(folder).start(TraceHost.class, "-Djdk.net.usePlainSocketImpl")) {
            assertThat(jvm.await("said")).isEqualTo("said not traced on this JDK: " + STREAMS);
            assertThat(jvm.await("active")).endsWith("missing [" + STREAMS + "]");
            jvm.send("unconnectedSocket");
            assertThat(jvm.until(".")).isEmpty();
            assertThat(jvm.end()).isZero();
        }
    }
}
