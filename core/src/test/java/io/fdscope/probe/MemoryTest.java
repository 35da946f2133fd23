package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fdscope.descriptor.QuietScanMain;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.Natives;
import io.fdscope.fixture.OneJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        double bytes =
                Double.parseDouble(run(MemoryMain.class, List.of(), sockets).get(0));
        assertThat(bytes).isBetween(20.0, 64.0);
    }

    static Stream<Arguments> quietScans() {
        return Natives.all().flatMap(probe -> Stream.of(arguments(probe, "0"), arguments(probe, "2")));
    }

    @ParameterizedTest
    @MethodSource("quietScans")
    void scanOfAQuietProcessMakesNoNewChunkAndLittleGarbage(String probe, String waitingInAccept) throws IOException {
        List<String> answer =
                run(QuietScanMain.class, Natives.flags(probe), Integer.toString(SOCKETS), waitingInAccept);
        assertThat(Long.parseLong(answer.get(0)))
                .as("bytes of garbage per scan")
                .isBetween(1L, probe.equals("tables") ? 200L * SOCKETS : 4096L);
        int chunks = Integer.parseInt(answer.get(2));
        assertThat(chunks).isGreaterThan(SOCKETS / 128);
        assertThat(Integer.parseInt(answer.get(3)))
                .as("shared with the table before")
                .isEqualTo(chunks);
        assertThat(answer.get(4)).as("faults").isEqualTo("0");
    }

    private List<String> run(Class<?> main, List<String> flags, String... arguments) throws IOException {
        List<String> options = Stream.concat(SETTLED.stream(), flags.stream()).toList();
        return ForkedProcess.run(ForkedProcess.java(OneJar.in(folder).toString(), options, main, arguments)
                .toArray(String[]::new));
    }
}
