package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers a pass looks at, when the kernel's count does not hold still. */
class DescriptorSweepTest {
    @TempDir
    Path self;

    private final OwnFiles own = new OwnFiles();
    private final Deque<Long> counts = new ArrayDeque<>();
    private DescriptorTable table = DescriptorTable.empty(0);
    private Path fds;
    private TableSize size;
    private DescriptorSweep sweep;

    @BeforeEach
    void makeFolder() throws IOException {
        fds = Files.createDirectory(self.resolve("fd"));
        tableSize(64);
        size = new TableSize(self, new OwnFiles());
        sweep = new DescriptorSweep(new DescriptorLinks(fds), this::count, size, own);
    }

    @AfterEach
    void close() {
        size.close();
    }

    @Test
    void countThatRisesUnderWayIsReadAgain() throws IOException {
        open(0, 1, 2, 9);
        counts.addAll(List.of(3L, 4L, 4L));
        assertThat(sweep()).containsExactly(0, 1, 2, 9);
    }

    @Test
    void numberThatWasOpenLastTimeIsLookedAtWhateverTheCount() throws IOException {
        open(0, 1, 2, 40);
        counts.add(4L);
        assertThat(sweep()).containsExactly(0, 1, 2, 40);
        counts.add(2L);
        assertThat(sweep()).containsExactly(0, 1, 2, 40);
    }

    @Test
    void closedNumbersLeaveAndTheRestStays() throws IOException {
        open(0, 1, 2, 40);
        counts.add(4L);
        sweep();
        Files.delete(fds.resolve("1"));
        Files.delete(fds.resolve("40"));
        counts.add(2L);
        assertThat(sweep()).containsExactly(0, 2);
    }

    @Test
    void unknownCountMeansTheWholeTable() throws IOException {
        open(0, 63);
        counts.add(-1L);
        assertThat(sweep()).containsExactly(0, 63);
    }

    @Test
    void reservedNumbersThatAreNoDescriptorsEndAtTheTable() throws IOException {
        open(0, 1);
        counts.add(5L);
        assertThat(sweep()).containsExactly(0, 1);
    }

    @Test
    void numbersThatAreSetAsideAreRememberedAndTheEndIsLookedAtNowAndThen() throws IOException {
        open(0, 1, 2);
        counts.add(4L);
        sweep();
        open(50); // Out of turn, and what was set aside is set aside no more.
        for (int pass = 1; pass <= 15; pass++) {
            counts.add(4L);
            assertThat(sweep()).as("pass %d stops early", pass).containsExactly(0, 1, 2);
        }
        counts.add(4L);
        assertThat(sweep()).containsExactly(0, 1, 2, 50);
    }

    @Test
    void numberThatWasSetAsideAndIsOpenedIsFoundAtOnce() throws IOException {
        open(0, 1, 2);
        counts.add(4L);
        sweep();
        open(3);
        counts.add(4L);
        assertThat(sweep()).containsExactly(0, 1, 2, 3);
        open(4);
        counts.add(5L);
        assertThat(sweep()).as("nothing is set aside any more").containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void moreThanIsSetAsideIsLookedForEverywhere() throws IOException {
        open(0, 1, 2);
        counts.add(4L);
        sweep();
        open(50);
        counts.add(5L);
        assertThat(sweep()).containsExactly(0, 1, 2, 50);
    }

    @Test
    void fileThatTakesAnothersPlaceUnderTheSamePathIsToldWithinAMinute() throws IOException {
        Path log = Files.writeString(self.resolve("app.log"), "old");
        GoldenProc.link(fds, 0, log.toString());
        counts.add(1L);
        sweepAt(100_000);
        long oldInode = row(0).inode();
        assertThat(row(0).firstSeenEpochMillis()).isEqualTo(100_000);
        Files.move(log, self.resolve("app.log.1"));
        Files.writeString(log, "new");

        counts.add(1L);
        sweepAt(150_000);
        assertThat(row(0).inode()).as("looked at a moment ago").isEqualTo(oldInode);
        counts.add(1L);
        sweepAt(160_000);
        assertThat(row(0).inode()).isEqualTo(Files.getAttribute(log, "unix:ino"));
        assertThat(row(0).firstSeenEpochMillis()).isEqualTo(160_000);
    }

    @Test
    void fileThatIsStillTheSameKeepsItsRow() throws IOException {
        Path log = Files.writeString(self.resolve("app.log"), "old");
        GoldenProc.link(fds, 0, log.toString());
        counts.add(1L);
        sweepAt(100_000);
        counts.add(1L);
        sweepAt(200_000);
        assertThat(row(0).firstSeenEpochMillis()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4, 9})
    void allButEmptyTableIsListed(long count) throws IOException {
        tableSize(1 << 20);
        open(0, 1, 2, 700_000);
        counts.add(count < 0 ? 4 : count);
        assertThat(sweep()).containsExactly(0, 1, 2, 700_000);
        Files.delete(fds.resolve("1"));
        open(3);
        counts.add(count);
        assertThat(sweep()).containsExactly(0, 2, 3, 700_000);
    }

    @Test
    void asManyOfATargetAreOurOwnAsWeOpened() throws IOException {
        GoldenProc.link(fds, 0, "/proc/4711/limits");
        GoldenProc.link(fds, 1, "/proc/4711/limits");
        GoldenProc.link(fds, 2, "/srv/agent.jar");
        GoldenProc.link(fds, 3, "/srv/agent.jar");
        own.opened("/proc/4711/limits");
        own.claim(Path.of("/srv/agent.jar"));
        counts.add(4L);
        assertThat(sweep()).containsExactly(1);
        own.closed("/proc/4711/limits");
        counts.add(4L);
        assertThat(sweep()).as("ours no longer").containsExactly(0, 1);
    }

    private Descriptor row(int fd) {
        return table.get(fd).orElseThrow();
    }

    private List<Integer> sweep() throws IOException {
        return sweepAt(0);
    }

    private List<Integer> sweepAt(long epochMillis) throws IOException {
        TableUpdate update = table.update();
        sweep.run(update, epochMillis);
        table = update.build();
        counts.clear();
        List<Integer> numbers = new ArrayList<>();
        table.forEach(row -> numbers.add(row.fd()));
        return numbers;
    }

    private long count() {
        return counts.size() > 1 ? counts.remove() : counts.element();
    }

    private void open(int... numbers) throws IOException {
        for (int fd : numbers) {
            GoldenProc.link(fds, fd, "socket:[" + (1000 + fd) + "]");
        }
    }

    private void tableSize(int size) throws IOException {
        Files.writeString(self.resolve("status"), "Name:\tjava\nFDSize:\t" + size + "\n");
    }
}
