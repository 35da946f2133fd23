package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.SocketListing;
import io.fdscope.procfs.SocketRow;
import io.fdscope.procfs.SocketTables;
import io.fdscope.procfs.SocketTables.Outcome;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's tables leave sockets out now and then; one reading is no proof that a socket is in none. */
class RacingTablesTest {
    private static final int CONNECTED = 4;
    private static final long CONNECTED_INODE = 386448;

    @TempDir
    private Path folder;

    private final OwnFiles own = new OwnFiles();
    private final Map<Integer, Runnable> before = new HashMap<>();
    private Path self;
    private TablesProbe probe;
    private long hidden = -1;
    private int readings;

    @BeforeEach
    void unpack() throws IOException {
        self = GoldenProc.unpack("linux-6.18", folder).resolve("self");
        DescriptorLinks links = new DescriptorLinks(self.resolve("fd"));
        long open = links.list().length;
        probe = new TablesProbe(links, new Racing(), () -> open, new TableSize(self, own), own);
    }

    /** The captured tables, but for one socket that they hide, and for what happens before each reading. */
    private final class Racing implements SocketListing {
        private final SocketTables tables = new SocketTables(self.resolve("net"), own);

        @Override
        public Outcome read(Consumer<SocketRow> visitor) throws IOException {
            readings++;
            before.getOrDefault(readings, () -> {}).run();
            return tables.read(row -> {
                if (row.inode() != hidden) {
                    visitor.accept(row);
                }
            });
        }

        @Override
        public void close() {
            tables.close();
        }
    }

    private DescriptorTable scan(DescriptorTable last) throws IOException {
        readings = 0;
        return probe.scan(last, 0).table();
    }

    private static SocketState state(DescriptorTable table) {
        return table.get(CONNECTED).orElseThrow().state();
    }

    @Test
    void aSocketThatOneReadingLeavesOutIsFoundByTheSecond() throws IOException {
        before.put(1, () -> hidden = CONNECTED_INODE);
        before.put(2, () -> hidden = -1);

        assertThat(state(scan(DescriptorTable.empty(0)))).isEqualTo(SocketState.ESTABLISHED);
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void aSocketThatBothReadingsLeaveOutIsUnidentified() throws IOException {
        hidden = CONNECTED_INODE;

        assertThat(state(scan(DescriptorTable.empty(0)))).isEqualTo(SocketState.UNIDENTIFIED);
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void whatTheScanBeforeFoundUnidentifiedNeedsNoSecondReading() throws IOException {
        hidden = CONNECTED_INODE;
        DescriptorTable first = scan(DescriptorTable.empty(0));

        assertThat(state(scan(first))).isEqualTo(SocketState.UNIDENTIFIED);
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void anUnidentifiedSocketThatGetsConnectedIsToldByTheNextScan() throws IOException {
        hidden = CONNECTED_INODE;
        DescriptorTable first = scan(DescriptorTable.empty(0));
        hidden = -1;

        assertThat(state(scan(first))).isEqualTo(SocketState.ESTABLISHED);
    }

    @Test
    void aSocketThatIsClosedWhileTheTablesAreReadHasVanished() throws IOException {
        before.put(1, () -> hidden = CONNECTED_INODE);
        before.put(2, this::closeConnected);

        ProbeResult result = probe.scan(DescriptorTable.empty(0), 0);

        assertThat(result.table().get(CONNECTED)).isEmpty();
        assertThat(result.vanished()).isEqualTo(1);
    }

    private void closeConnected() {
        assertThat(self.resolve("fd/" + CONNECTED).toFile().delete()).isTrue();
        assertThat(Files.exists(self.resolve("fd"))).isTrue();
    }
}
