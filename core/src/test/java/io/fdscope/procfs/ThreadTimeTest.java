package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadTimeTest {
    private static final Path PROC = Path.of("/proc");

    @TempDir
    Path nowhere;

    @Test
    void growsWithTheWorkOfTheThreadThatAsks() {
        assumeThat(Files.isReadable(PROC.resolve("thread-self/schedstat"))).isTrue();
        try (ThreadTime time = new ThreadTime(PROC, new OwnFiles())) {
            long before = time.nanos();
            long inBetween = before;
            while (inBetween <= before + ThreadTime.TICK_NANOS) { // Ends only if work is seen.
                inBetween = time.nanos();
            }
            long others = CompletableFuture.supplyAsync(time::nanos).join();

            assertThat(before).isNotNegative();
            assertThat(others).as("of a thread that has not worked").isLessThan(inBetween);
            assertThat(time.nanos()).as("of the first thread again").isGreaterThanOrEqualTo(inBetween);
        }
    }

    @Test
    void whatTheKernelDoesNotTellIsUnknown() {
        try (ThreadTime time = new ThreadTime(nowhere, new OwnFiles())) {
            assertThat(time.nanos()).isEqualTo(Reading.UNKNOWN);
        }
    }
}
