package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger costs the host in memory, in a JVM of its own. */
class LedgerMemoryTest {
    private static final long MEGABYTE = 1_000_000;

    @Test
    void hundredThousandOpenSocketsTakeTwentyMegabytesAtMostAndGiveThemBack() throws IOException {
        List<String> command = ForkedProcess.java(List.of("-XX:+UseSerialGC", "-Xmx512m"), LedgerMemoryMain.class);
        List<String> answer = ForkedProcess.run(command.toArray(String[]::new));
        assertThat(Long.parseLong(answer.get(0))).isBetween(5 * MEGABYTE, 20 * MEGABYTE);
        assertThat(answer.get(1)).as("lost").isEqualTo("0");
        assertThat(Long.parseLong(answer.get(2))).as("afterwards").isLessThan(MEGABYTE);
        assertThat(answer.get(3)).isEqualTo("101000");
    }
}
