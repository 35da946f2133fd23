package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.QuietScanMain;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.OneJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looking costs the host in memory, in a JVM of its own. */
class MemoryTest {
    /** Compiled as in production, and before it goes on: interpreted code makes more garbage. */
    private static final List<String> SETTLED =
            List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=4", "-Xbatch");

    private static final int SOCKETS = 5000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"unidentified", "connected"})
    void descriptorHoldsAtMostSixtyFourBytes(String sockets) throws IOException {
        double bytes = Double.parseDouble(run(MemoryMain.class, sockets).get(0));
        assertThat(bytes).isBetween(20.0, 64.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void scanOfAQuietProcessMakesNoNewChunkAndLittleGarbage(int waitingInAccept) throws IOException {
        List<String> answer = run(QuietScanMain.class, Integer.toString(SOCKETS), Integer.toString(waitingInAccept));
        assertThat(Double.parseDouble(answer.get(0)))
                .as("bytes of garbage per descriptor")
                .isBetween(1.0, 200.0);
        int chunks = Integer.parseInt(answer.get(2));
        assertThat(chunks).isGreaterThan(SOCKETS / 128);
        assertThat(Integer.parseInt(answer.get(3)))
                .as("shared with the table before")
                .isEqualTo(chunks);
        assertThat(answer.get(4)).as("faults").isEqualTo("0");
    }

    private List<String> run(Class<?> main, String... arguments) throws IOException {
        return ForkedProcess.run(ForkedProcess.java(OneJar.in(folder).toString(), SETTLED, main, arguments)
                .toArray(String[]::new));
    }
}
