package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a native probe asks of the kernel, and when. */
class NativeProbeTest {
    private static final int TABLE = 16_384;
    private static final int TURNS = 16;

    @TempDir
    Path self;

    private final OwnFiles own = new OwnFiles();
    private DescriptorTable table = DescriptorTable.empty(0);
    private long count;
    private Path fds;
    private TableSize size;
    private FakeKernel kernel;
    private NativeProbe probe;

    @BeforeEach
    void makeFolder() throws IOException {
        fds = Files.createDirectory(self.resolve("fd"));
        Files.writeString(self.resolve("status"), "Name:\tjava\nFDSize:\t" + TABLE + "\n");
        size = new TableSize(self, new OwnFiles());
        kernel = new FakeKernel(fds);
        probe = new NativeProbe(kernel, new DescriptorLinks(fds), () -> count, size, own);
    }

    @AfterEach
    void close() {
        size.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingButSocketsIsEverPolled(boolean statsFiles) throws IOException {
        kernel.statsFiles = statsFiles;
        sockets(1, 5);
        file(2);
        GoldenProc.link(fds, 3, "/proc/pressure/cpu");
        GoldenProc.link(fds, 4, "anon_inode:[eventpoll]");
        count = 5;
        for (int scan = 0; scan <= TURNS; scan++) {
            assertThat(scan()).containsExactly(1, 2, 3, 4, 5);
        }
        assertThat(kernel.polled).containsOnly(1, 5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void socketThatTakesTheNumberOfAFileIsFoundAtOnce(boolean statsFiles) throws IOException {
        kernel.statsFiles = statsFiles;
        file(1);
        GoldenProc.link(fds, 2, "anon_inode:[eventpoll]");
        count = 2;
        scan();
        Files.delete(fds.resolve("1"));
        Files.delete(fds.resolve("2"));
        sockets(1, 2);
        scan();
        assertThat(row(1).state()).isEqualTo(SocketState.ESTABLISHED);
        assertThat(row(2).state()).isEqualTo(SocketState.ESTABLISHED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fileThatTakesTheNumberOfASocketIsFoundInTurn(boolean statsFiles) throws IOException {
        kernel.statsFiles = statsFiles;
        sockets(1);
        count = 1;
        scan();
        Files.delete(fds.resolve("1"));
        file(1);
        for (int scan = 0; scan < TURNS; scan++) {
            assertThat(scan()).containsExactly(1);
        }
        assertThat(row(1).kind()).isEqualTo(DescriptorKind.REGULAR_FILE);
    }

    @Test
    void scanThatFindsNothingThoughTheKernelCountsSomeFails() throws IOException {
        file(1);
        count = 1;
        kernel.statsFiles = true;
        kernel.refusesStat = true;
        assertThatIOException().isThrownBy(this::scan).withMessageStartingWith("not one of 1 descriptors is found");
    }

    @Test
    void scanStopsEarlyWhereNumbersAreSetAside() throws IOException {
        sockets(0, 1, 2);
        count = 4;
        scan();
        scan();
        kernel.askedIfOpen.clear();
        for (int scan = 0; scan < TURNS; scan++) {
            assertThat(scan()).containsExactly(0, 1, 2);
        }
        assertThat(kernel.askedIfOpen)
                .as("the rest of the table once, in %d turns", TURNS)
                .hasSizeLessThan(2 * TABLE);
    }

    @Test
    void numberThatWasSetAsideAndIsOpenedIsFoundAtOnce() throws IOException {
        sockets(0, 1, 2);
        count = 4;
        scan();
        scan();
        sockets(3);
        assertThat(scan()).containsExactly(0, 1, 2, 3);
        sockets(4);
        count = 5;
        assertThat(scan()).as("nothing is set aside any more").containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void moreThanIsSetAsideIsLookedForEverywhere() throws IOException {
        sockets(0, 1, 2);
        count = 4;
        scan();
        scan();
        sockets(TABLE - 1);
        count = 5;
        assertThat(scan()).containsExactly(0, 1, 2, TABLE - 1);
        Files.delete(fds.resolve(Integer.toString(TABLE - 1)));
        sockets(9_000);
        count = 4;
        assertThat(scan()).as("set aside no more, and another").containsExactly(0, 1, 2, 9_000);
    }

    @Test
    void highNumberThatWasSetAsideIsFoundInTurn() throws IOException {
        sockets(0, 1, 2);
        count = 4;
        scan();
        scan();
        sockets(9_000);
        for (int scan = 0; scan < TURNS; scan++) {
            scan();
        }
        assertThat(row(9_000).state()).isEqualTo(SocketState.ESTABLISHED);
    }

    @Test
    void numberOpenedWithOPathIsCountedFromThenOn() throws IOException {
        kernel.pathOnly.add(2);
        sockets(0, 1);
        file(2);
        count = 3;
        assertThat(scan()).containsExactly(0, 1, 2);
        kernel.askedIfOpen.clear();
        assertThat(scan()).containsExactly(0, 1, 2);
        assertThat(kernel.askedIfOpen).as("one block of the table").hasSizeLessThanOrEqualTo(128);
    }

    @Test
    void refusedPollHoldsForItsScanOnly() throws IOException {
        sockets(IntStream.range(0, 600).toArray());
        count = 600;
        scan();
        kernel.pollSizes.clear();
        kernel.refusals = 1;
        assertThat(scan()).hasSize(600);
        assertThat(kernel.pollSizes).containsExactly(512, 256, 256, 128);
        kernel.pollSizes.clear();
        kernel.refusals = 2;
        assertThat(scan()).hasSize(600);
        assertThat(kernel.pollSizes).containsExactly(512, 256, 128, 128, 128, 128, 128);
        kernel.pollSizes.clear();
        assertThat(scan()).hasSize(600);
        assertThat(kernel.pollSizes).containsExactly(512, 128);
    }

    @Test
    void socketsKnownFromBeforeAreAskedForTheirNamespaceOnceItCanBeTold() throws IOException {
        sockets(0, 1, 2, 3);
        count = 4;
        assertThat(foreign()).isEqualTo(-1);
        kernel.tellsNamespaces = true;
        assertThat(foreign()).isEqualTo(2);
        assertThat(foreign()).isEqualTo(2);
    }

    @Test
    void changeOfWhatIsOursAsksForNamesAlone() throws IOException {
        Path log = file(0);
        GoldenProc.link(fds, 1, "/srv/agent.jar");
        count = 2;
        assertThat(scan()).containsExactly(0, 1);
        long inode = row(0).inode();
        Files.move(log, self.resolve("rotated"));
        Files.writeString(log, "new");
        own.claim(Path.of("/srv/agent.jar"));
        assertThat(scan()).containsExactly(0);
        assertThat(row(0).inode()).as("its link was not followed").isEqualTo(inode);
        own.opened(log.toString());
        assertThat(scan()).isEmpty();
        own.closed(log.toString());
        assertThat(scan()).containsExactly(0);
    }

    @Test
    void localFileUnderTheSameNameIsToldWithinAMinute() throws IOException {
        Path log = file(0);
        count = 1;
        scanAt(100_000);
        Files.move(log, self.resolve("rotated"));
        Files.writeString(log, "new");
        scanAt(160_000);
        assertThat(row(0).inode()).isEqualTo(Files.getAttribute(log, "unix:ino"));
        assertThat(row(0).firstSeenEpochMillis()).isEqualTo(160_000);
    }

    @Test
    @Timeout(20)
    void whoeverReadsRowsOrClosesDoesNotWaitForAScanThatIsStuck() throws Exception {
        sockets(7);
        count = 1;
        scan();
        CompletableFuture<Void> stuck = new CompletableFuture<>();
        CompletableFuture<Void> release = new CompletableFuture<>();
        kernel.duringPoll = () -> {
            stuck.complete(null);
            release.join();
        };
        FutureTask<ProbeResult> scan = new FutureTask<>(() -> probe.scan(table, 0));
        new Thread(scan).start();
        stuck.join();

        assertThat(probe.of(row(7)).orElseThrow().local().port()).isEqualTo(7);
        probe.close();
        assertThat(probe.of(row(7))).contains(row(7));
        release.complete(null);
        assertThat(scan.get().table().size()).isEqualTo(1);
        assertThat(probe.scan(table, 0).known()).isFalse();
    }

    private List<Integer> scan() throws IOException {
        return scanAt(0);
    }

    private List<Integer> scanAt(long epochMillis) throws IOException {
        table = probe.scan(table, epochMillis).table();
        List<Integer> numbers = new ArrayList<>();
        table.forEach(row -> numbers.add(row.fd()));
        return numbers;
    }

    private long foreign() throws IOException {
        ProbeResult result = probe.scan(table, 0);
        table = result.table();
        return result.foreign();
    }

    private Descriptor row(int fd) {
        return table.get(fd).orElseThrow();
    }

    private Path file(int fd) throws IOException {
        Path file = Files.writeString(self.resolve("file " + fd), "text");
        GoldenProc.link(fds, fd, file.toString());
        return file;
    }

    private void sockets(int... numbers) throws IOException {
        for (int fd : numbers) {
            GoldenProc.link(fds, fd, "socket:[" + (1000 + fd) + "]");
        }
    }
}
