package io.fdscope.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.FakeVerdicts;
import io.fdscope.leak.LeakSources;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A black box of this process in a folder of its own, with a verdict as the test wants it. */
abstract class BlackBoxCase {
    @TempDir
    Path temporary;

    final FakeVerdicts verdicts = new FakeVerdicts();
    LeakSources leaks = verdicts.sources();
    long expectedFaults;

    private final Faults faults = new Faults();
    final WatchedProcess process =
            new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, new Announcer(line -> {
                throw new AssertionError(line);
            }));

    final BlackBoxWriter open() throws IOException {
        return BlackBoxWriter.open(BlackBoxFolder.of(temporary, "me"), leaks, faults, Map.of("main", "Shop"));
    }

    @AfterEach
    void noFaults() {
        process.close();
        assertThat(faults.count()).as("%s", faults.byKind()).isEqualTo(expectedFaults);
    }
}
