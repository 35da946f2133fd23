package io.fdscope.procfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.SocketState;
import io.fdscope.procfs.SocketTables.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTablesTest {
    private static final String HEADINGS = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when\n";
    private static final String REST = " 00000000:00000000 00:00000000 00000000     0        0 ";

    @TempDir
    Path net;

    private SocketTables tables;

    @BeforeEach
    void prepare() {
        tables = new SocketTables(net, new OwnFiles());
    }

    @Test
    void folderWithoutTablesIsAbsent() throws IOException {
        assertThat(tables.anyReadable()).isFalse();
        assertThat(tables.read(row -> {})).isEqualTo(Outcome.ABSENT);
    }

    @Test
    void tableThatIsThereAndCannotBeReadIsNotTakenForAbsent() throws IOException {
        table("udp", "");
        Files.createSymbolicLink(net.resolve("tcp"), Path.of("tcp")); // Leads nowhere, for root as well.
        assertThat(tables.read(row -> {})).isEqualTo(Outcome.INCOMPLETE);
        assertThat(tables.unreadable()).containsExactly(net + "/tcp");
    }

    @Test
    void tableThatAppearsLaterIsRead() throws IOException {
        table("tcp", "   0: 0100007F:1F90 0200007F:0050 01" + REST + "31337 1\n");
        assertThat(rows()).containsExactly("tcp ESTABLISHED 31337 127.0.0.1:8080 127.0.0.2:80");
    }

    @Test
    void ipv6AddressesAreInNetworkOrderAndMappedOnesShowAsIpv4() throws IOException {
        table(
                "tcp6",
                "  0: B80D01200000000000000000010000 00:1F90 x\n"
                        + "  1: B80D0120000000000000000001000000:1F90 0000000000000000FFFF00000100007F:0050 08" + REST
                        + "7 1\n");
        assertThat(rows()).containsExactly("tcp6 CLOSE_WAIT 7 [2001:db8:0:0:0:0:0:1]:8080 127.0.0.1:80");
        assertThat(tables.malformed()).isEqualTo(1);
    }

    @Test
    void everyTcpStateOfTheKernelIsTold() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int state = 0; state <= 13; state++) {
            text.append(String.format("  0: 00000000:0001 00000000:0000 %02X%s%d\n", state, REST, state + 100));
        }
        table("tcp", text.toString());
        List<SocketState> states = new ArrayList<>();
        tables.read(row -> states.add(row.state()));
        assertThat(states.get(0)).isEqualTo(SocketState.UNKNOWN);
        assertThat(states.subList(1, 13))
                .containsExactlyElementsOf(List.of(SocketState.values()).subList(0, 12));
        assertThat(states.get(13)).isEqualTo(SocketState.UNKNOWN);
    }

    @Test
    void slotsWithoutARoomyColumnAreRead() throws IOException {
        table("udp", "123456: 0100007F:0035 00000000:0000 07" + REST + "99 2 0000000096a55157 0\n");
        assertThat(rows()).containsExactly("udp UDP_BOUND 99 127.0.0.1:53 ");
    }

    @Test
    void shortAddressWordIsNoAddress() throws IOException {
        table("tcp", "   0: 007F:1F90 00000000:0000 0A" + REST + "31337 1\n");
        assertThat(rows()).isEmpty();
        assertThat(tables.malformed()).isEqualTo(1);
    }

    @Test
    void socketWithANewlineInItsPathCostsOnlyTheSecondHalf() throws IOException {
        Files.writeString(net.resolve("unix"), """
                Num       RefCount Protocol Flags    Type St Inode Path
                0000000000000000: 00000002 00000000 00010000 0001 01 386451 /srv/sock with blank
                and newline
                0000000000000000: 00000003 00000000 00000000 0005 03  1061
                0000000000000000: 00000003 00000000 00000000 0002 01  1062 @abstract
                """);
        assertThat(rows())
                .containsExactly(
                        "unix-stream UNIX_LISTENING 386451  ",
                        "unix-seqpacket UNIX_CONNECTED 1061  ",
                        "unix-dgram UNIX_UNCONNECTED 1062  ");
        assertThat(tables.malformed()).isEqualTo(1);
    }

    @Test
    void overlongRowIsCountedAndTheNextIsRead() throws IOException {
        table("raw", " 1: " + "0".repeat(20_000) + "\n 2: 00000000:0001 00000000:0000 07" + REST + "5 2\n");
        assertThat(rows()).containsExactly("raw OPEN 5 *:1 ");
        assertThat(tables.malformed()).isEqualTo(1);
    }

    @Test
    void hundredThousandRowsAreReadInOrderTwice() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(String.format("%4d: 0100007F:%04X 0100007F:0050 01%s%d 1\n", i, i & 0xffff, REST, i));
        }
        table("tcp", text.toString());
        for (int turn = 0; turn < 2; turn++) {
            long[] next = new long[1];
            Outcome outcome = tables.read(row -> {
                assertThat(row.inode()).isEqualTo(next[0]);
                assertThat(row.ends().localPort).isEqualTo((int) (next[0]++ & 0xffff));
            });
            assertThat(outcome).isEqualTo(Outcome.COMPLETE);
            assertThat(next[0]).isEqualTo(100_000);
        }
        assertThat(tables.malformed()).isZero();
    }

    private void table(String name, String rows) throws IOException {
        Files.writeString(net.resolve(name), HEADINGS + rows, StandardOpenOption.CREATE);
    }

    private List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        tables.read(row -> rows.add(String.join(
                " ",
                row.protocol().label(),
                row.state().name(),
                Long.toString(row.inode()),
                new Endpoint(row.ends().localHigh, row.ends().localLow, row.ends().localPort).toString(),
                new Endpoint(row.ends().remoteHigh, row.ends().remoteLow, row.ends().remotePort).toString())));
        return rows;
    }
}
