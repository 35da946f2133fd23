package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
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
        try (ThreadTime time = new ThreadTime(PROC, new OwnFiles())) {
            long before = time.nanos();
            assumeThat(before).as("this kernel counts").isPositive();
            long inBetween = before;
            while (inBetween <= before + ThreadTime.TICK_NANOS) { // Ends only if work is seen.
                inBetween = time.nanos();
            }
            long others = CompletableFuture.supplyAsync(time::nanos).join();

            assertThat(others).as("of a thread that has not worked").isLessThan(inBetween);
            assertThat(time.nanos()).as("of the first thread again").isGreaterThanOrEqualTo(inBetween);
        }
    }

    @Test
    void whatTheKernelDoesNotTellIsUnknown() throws IOException {
        try (ThreadTime time = new ThreadTime(nowhere, new OwnFiles())) {
            assertThat(time.nanos()).isEqualTo(Reading.UNKNOWN);
            Files.createDirectory(nowhere.resolve("thread-self"));
            Files.writeString(nowhere.resolve("thread-self/schedstat"), "0 0 0\n");
            assertThat(time.nanos()).as("of a kernel that does not count").isEqualTo(Reading.UNKNOWN);
        }
    }

    @Test
    void whatIsClosedOpensNothingAnew() {
        OwnFiles own = new OwnFiles();
        ThreadTime time = new ThreadTime(PROC, own);
        time.close();
        assertThat(time.nanos()).isEqualTo(Reading.UNKNOWN);
    }
}
