package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ChurnMain;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.Natives;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sockets that come and go by the thousand, none of which is leaked: whoever calls one unidentified is wrong. */
class ChurnTest {
    static Stream<String> probes() {
        return Natives.here();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void noSocketIsFalselyCalledUnidentified(String probe) throws IOException {
        List<String> said = ForkedProcess.run(
                ForkedProcess.java(Natives.flags(probe), ChurnMain.class, "100").toArray(String[]::new));

        assertThat(said).contains("PROBE " + probe, "UNIDENTIFIED 0", "FAULTS {}", "LASTING 400");
        assertThat(number(said, "CONNECTIONS ")).isGreaterThan(1000);
        assertThat(number(said, "SEEN ")).as("sockets of 100 scans").isGreaterThan(40_000);
    }

    private static long number(List<String> said, String key) {
        String line = said.stream().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
        return Long.parseLong(line.substring(key.length()));
    }
}
