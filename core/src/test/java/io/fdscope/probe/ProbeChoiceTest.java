package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProbeChoiceTest {
    private final Faults faults = new Faults();
    private final List<String> said = new ArrayList<>();

    /** What a native probe needs of it is little, but the application may have used all. */
    @Test
    void whereDirectMemoryIsShortTheTablesAreRead() {
        OutOfMemoryError none = new OutOfMemoryError("Cannot reserve 5120 bytes of direct buffer memory");
        PackageOpener failing = (packageName, to) -> {
            throw none;
        };
        try (WatchedProcess process = new WatchedProcess(
                Path.of("/proc"),
                0,
                SamplerPeriods.DEFAULT,
                faults,
                new Announcer(said::add),
                ProbeChoice.best(failing))) {
            process.allowFirstSocket();

            assertThat(process.sampler().scanNow().scan().known()).isTrue();
            assertThat(process.sampler().latest().probe()).isEqualTo("tables");
        }
        assertThat(said)
                .isNotEmpty()
                .allMatch(line -> line.matches("probe (ffm|jdk) cannot be used, going on with the next: " + none));
        assertThat(faults.byKind()).isEmpty();
    }
}
