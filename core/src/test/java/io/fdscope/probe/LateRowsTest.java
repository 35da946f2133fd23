package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import io.fdscope.fixture.LateRowsMain;
import io.fdscope.fixture.Natives;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are completed when the process has gone on since the scan. */
class LateRowsTest {
    static Stream<String> probes() {
        return Natives.here();
    }

    @ParameterizedTest
    @MethodSource("probes")
    void onlyWhatStillIsUnidentifiedIsCalledSo(String probe) throws IOException {
        List<String> said = ForkedProcess.run(
                ForkedProcess.java(Natives.flags(probe), LateRowsMain.class).toArray(String[]::new));

        assertThat(said).contains("PROBE " + probe, "UNIDENTIFIED " + LateRowsMain.BOUND, "FAULTS {}");
        assertThat(ports(said, "STAYS ")).hasSize(LateRowsMain.BOUND / 3);
        assertThat(ports(said, "LATE ")).isEqualTo(ports(said, "STAYS "));
    }

    private static List<String> ports(List<String> said, String key) {
        return said.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .sorted()
                .toList();
    }
}
