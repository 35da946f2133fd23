package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OwnFilesTest {
    private final OwnFiles own = new OwnFiles();

    @Test
    void asManyOfATargetAreOursAsWeOpened() {
        own.opened("/proc/1/limits");
        own.opened("/proc/1/limits");
        own.startScan();

        assertThat(own.take("/proc/1/limits")).isTrue();
        assertThat(own.take("/proc/1/limits")).isTrue();
        assertThat(own.take("/proc/1/limits")).isFalse();
        assertThat(own.take("/proc/1/status")).isFalse();
    }

    @Test
    void eachScanFindsThemAgain() {
        own.opened("/proc/1/limits");
        for (int scan = 0; scan < 3; scan++) {
            own.startScan();
            assertThat(own.take("/proc/1/limits")).isTrue();
        }
        own.closed("/proc/1/limits");
        own.startScan();
        assertThat(own.take("/proc/1/limits")).isFalse();
    }

    @Test
    void aTableThatTheKernelHasDroppedFromItsNamesIsStillOurs() {
        own.opened("/proc/1/net/packet");
        own.startScan();

        assertThat(own.take("/proc/1/net/packet (deleted)")).isTrue();
        assertThat(own.take("/proc/1/net/packet")).isFalse();
    }

    @Test
    void everyDescriptorOnAClaimedFileIsOurs() {
        own.claim(Path.of("/opt/fdscope.jar"));
        own.startScan();

        for (int i = 0; i < 100; i++) {
            assertThat(own.take("/opt/fdscope.jar")).isTrue();
        }
    }
}
