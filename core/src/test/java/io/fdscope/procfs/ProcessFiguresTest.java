package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Faults;
import io.fdscope.fixture.GoldenProc;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cheap figures from captured kernel text; each fixture's ABOUT names its kernel and its trap. */
class ProcessFiguresTest {
    @TempDir
    Path folder;

    private final Faults faults = new Faults();

    @AfterEach
    void nothingFailed() {
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void figuresOfACapturedProcessAreRead() throws IOException {
        Reading reading = read("linux-6.18");
        assertThat(reading.openCount()).isEqualTo(17);
        assertThat(reading.limits()).isEqualTo(new Limits(20_000, 20_000));
        assertThat(reading.headroom()).isEqualTo(19_983);
        assertThat(reading.utilization()).isEqualTo(17 / 20_000.0);
        assertThat(reading.systemFiles()).isEqualTo(new SystemFiles(482, 2_466_170));
        assertThat(reading.sockets()).isEqualTo(new SocketFigures(21, 2, 0, 2, 4, 145, 1, 0, 1, 2, 0, 0));
        assertThat(reading.sockets().tcpInUseBothFamilies()).isEqualTo(4);
    }

    @Test
    void unlimitedIsUnlimitedAndSockstatNeedsNoIpv6() throws IOException {
        Reading reading = read("bare");
        assertThat(reading.limits()).isEqualTo(new Limits(Limits.UNLIMITED, Limits.UNLIMITED));
        assertThat(reading.headroom()).isEqualTo(Limits.UNLIMITED);
        assertThat(reading.utilization()).isZero();
        assertThat(reading.systemFiles()).isEqualTo(new SystemFiles(1184, Long.MAX_VALUE));
        assertThat(reading.sockets().tcp6InUse()).isEqualTo(Reading.UNKNOWN);
        assertThat(reading.sockets().tcpInUseBothFamilies()).isEqualTo(2);
    }

    @Test
    void figureThatIsCutOffIsUnknown() throws IOException {
        Reading reading = read("cut-off");
        assertThat(reading.limits()).isEqualTo(Limits.UNKNOWN);
        assertThat(reading.headroom()).isEqualTo(Reading.UNKNOWN);
        assertThat(reading.utilization()).isNaN();
        assertThat(reading.systemFiles()).isEqualTo(SystemFiles.UNKNOWN);
        assertThat(reading.sockets().rawInUse())
                .as("a whole line above the cut")
                .isEqualTo(1);
    }

    @Test
    void figuresBeyondIntAreTakenAndNonsenseIsUnknown() throws IOException {
        Reading reading = read("beyond-int");
        assertThat(reading.limits()).isEqualTo(new Limits(1_073_741_816, Long.MAX_VALUE));
        assertThat(reading.systemFiles()).isEqualTo(new SystemFiles(3_000_000_000L, Long.MAX_VALUE));
        SocketFigures sockets = reading.sockets();
        assertThat(sockets.used()).isEqualTo(4_294_967_296L);
        assertThat(sockets.tcpInUse()).isEqualTo(5);
        assertThat(sockets.tcpOrphaned()).isEqualTo(Reading.UNKNOWN);
        assertThat(sockets.udpInUse()).isEqualTo(Reading.UNKNOWN);
        assertThat(sockets.rawInUse()).isEqualTo(Reading.UNKNOWN);
    }

    @Test
    void emptyFilesAreUnknownAndNotZero() throws IOException {
        Reading reading = read("empty");
        assertThat(reading.limits()).isEqualTo(Limits.UNKNOWN);
        assertThat(reading.systemFiles()).isEqualTo(SystemFiles.UNKNOWN);
        assertThat(reading.sockets()).isEqualTo(SocketFigures.UNKNOWN);
    }

    @Test
    void missingFilesAreNamed() {
        try (ProcessFigures figures = figures(folder.resolve("none"))) {
            assertThat(figures.missing())
                    .containsExactly(
                            folder + "/none/self/limits",
                            folder + "/none/sys/fs/file-nr",
                            folder + "/none/self/net/sockstat");
            assertThat(figures.read().sockets()).isEqualTo(SocketFigures.UNKNOWN);
        }
    }

    @Test
    void nothingIsReadOrOpenedAfterClose() throws IOException {
        ProcessFigures figures = figures(GoldenProc.unpack("linux-6.18", folder));
        figures.close();
        assertThat(figures.read().limits()).isEqualTo(Limits.UNKNOWN);
        assertThat(figures.read().sockets()).isEqualTo(SocketFigures.UNKNOWN);
    }

    private Reading read(String fixture) throws IOException {
        try (ProcessFigures figures = figures(GoldenProc.unpack(fixture, folder))) {
            Reading first = figures.read();
            assertThat(figures.read().sockets())
                    .as("a second reading of the same files")
                    .isEqualTo(first.sockets());
            return first;
        }
    }

    private ProcessFigures figures(Path root) {
        return new ProcessFigures(root, () -> 17, new OwnFiles(), faults);
    }
}
