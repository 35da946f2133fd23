package io.fdscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.Endpoint;
import io.fdscope.fixture.GoldenProc;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketTables;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole scans of captured kernel text; each fixture's ABOUT names its kernel and its trap. */
class GoldenScanTest {
    @TempDir
    Path folder;

    @Test
    void everyDescriptorOfACapturedProcessIsTold() throws IOException {
        assertThat(text(scan("linux-6.18"))).isEqualTo("""
                        0 device ?
                        1 pipe 387121
                        2 pipe 387122
                        3 socket 386447 tcp6 LISTEN *:48451 -
                        4 socket 386448 tcp ESTABLISHED 127.0.0.1:56312 127.0.0.1:48451
                        5 socket 386449 tcp6 ESTABLISHED 127.0.0.1:48451 127.0.0.1:56312
                        6 socket 386450 udp UDP_BOUND 127.0.0.1:58596 -
                        7 socket 386451 unix-stream UNIX_LISTENING - -
                        8 socket 386452 unix-stream UNIX_UNCONNECTED - -
                        9 socket 386453 netlink OPEN - -
                        10 socket 386454 packet OPEN - -
                        11 socket 386455 raw OPEN *:1 -
                        12 deletedFile ?
                        13 socket 386457 udplite UDP_BOUND 127.0.0.1:44164 -
                        14 deletedFile ?
                        15 deletedFile ?
                        16 eventfd ?
                        17 anonInode ?""");
    }

    @Test
    void kernelWithoutMostTablesStillTellsWhatItHas() throws IOException {
        ProbeResult result = scan("bare");
        assertThat(result.socketsTold()).isTrue();
        assertThat(text(result)).isEqualTo("""
                        0 device ?
                        3 socket 1065 tcp LISTEN *:2024 -
                        4 socket 386448 tcp ESTABLISHED 127.0.0.1:56312 127.0.0.1:48451
                        5 socket 777 unknown UNIDENTIFIED - -""");
    }

    @Test
    void rowThatIsCutOffIsNobodysRow() throws IOException {
        ProbeResult result = scan("cut-off");
        assertThat(text(result)).isEqualTo("""
                        0 device ?
                        3 socket 386 unknown UNIDENTIFIED - -""");
    }

    @Test
    void inodesBeyondIntAreTakenAndBeyondLongAreUnknown() throws IOException {
        assertThat(text(scan("beyond-int"))).isEqualTo("""
                        0 socket 4294967299 tcp LISTEN *:2024 -
                        1 socket 9223372036854775806 tcp ESTABLISHED 127.0.0.1:56312 127.0.0.1:48451
                        2 socket ? unknown UNKNOWN - -
                        3 socket ? unknown UNKNOWN - -
                        4 socket ? unknown UNKNOWN - -
                        5 pipe ?
                        6 other 4026531840
                        7 anonInode ?""");
    }

    @Test
    void emptyTablesListNoSocket() throws IOException {
        assertThat(text(scan("empty"))).isEqualTo("0 socket 5 unknown UNIDENTIFIED - -");
    }

    @Test
    void withoutAnyTableTheStateIsUnknownAndNotUnidentified() throws IOException {
        Path root = GoldenProc.unpack("empty", folder);
        try (var tables = Files.list(root.resolve("self/net"))) {
            for (Path table : tables.toList()) {
                Files.delete(table);
            }
        }
        ProbeResult result = scan(root);
        assertThat(result.socketsTold()).isFalse();
        assertThat(text(result)).isEqualTo("0 socket 5 unknown UNKNOWN - -");
    }

    private ProbeResult scan(String fixture) throws IOException {
        return scan(GoldenProc.unpack(fixture, folder));
    }

    private static ProbeResult scan(Path root) throws IOException {
        Path self = root.resolve("self");
        OwnFiles own = new OwnFiles();
        DescriptorLinks links = new DescriptorLinks(self.resolve("fd"));
        SocketTables tables = new SocketTables(self.resolve("net"), own);
        TableSize size = new TableSize(self, own);
        long open = links.list().length;
        try (TablesProbe probe = new TablesProbe(links, tables, () -> open, size, own)) {
            ProbeResult result = probe.scan(DescriptorTable.empty(0), 0);
            assertThat(result.known()).isTrue();
            return result;
        }
    }

    private static String text(ProbeResult result) {
        StringJoiner text = new StringJoiner("\n");
        result.table().forEach(row -> text.add(text(row)));
        return text.toString();
    }

    private static String text(Descriptor row) {
        String device = row.fd() + " " + row.kind().label() + " ";
        String inode = row.inode() == Reading.UNKNOWN || isRealFile(row) ? "?" : Long.toString(row.inode());
        if (row.kind() != DescriptorKind.SOCKET) {
            return device + inode;
        }
        return String.join(
                " ",
                device.strip(),
                inode,
                row.protocol().label(),
                row.state().name(),
                end(row.local()),
                end(row.remote()));
    }

    /** The one link that does not dangle: {@code /dev/null} has another inode on every machine. */
    private static boolean isRealFile(Descriptor row) {
        return row.kind() == DescriptorKind.DEVICE;
    }

    private static String end(Endpoint endpoint) {
        return endpoint.toString().isEmpty() ? "-" : endpoint.toString();
    }
}
