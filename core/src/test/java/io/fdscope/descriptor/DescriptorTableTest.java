package io.fdscope.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DescriptorTableTest {
    private static final long EPOCH = 1_700_000_000_000L;

    @Test
    void rowsComeBackAsTheyWereSaid() {
        TableUpdate update = DescriptorTable.empty(EPOCH).update();
        update.present(5, DescriptorKind.SOCKET, 4_294_967_299L, EPOCH + 7_999);
        update.socket(5, Protocol.TCP6, SocketState.ESTABLISHED, ends());
        update.present(300, DescriptorKind.PIPE, 12, EPOCH);
        DescriptorTable table = update.build();
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.get(5))
                .hasValue(new Descriptor(
                        5,
                        DescriptorKind.SOCKET,
                        4_294_967_299L,
                        Protocol.TCP6,
                        SocketState.ESTABLISHED,
                        new Endpoint(1, 2, 65_535),
                        new Endpoint(3, 4, 40_000),
                        EPOCH + 7_000));
        assertThat(table.get(300).orElseThrow().local()).isEqualTo(Endpoint.NONE);
        assertThat(table.isSocket(5)).isTrue();
        assertThat(table.state(5)).isEqualTo(SocketState.ESTABLISHED);
        assertThat(table.firstSeenEpochMillis(5)).isEqualTo(EPOCH + 7_000);
        assertThat(List.of(-1, 6, 300, 1_000_000)).noneMatch(table::isSocket);
        assertThat(table.get(6)).isEmpty();
        assertThat(table.get(-1)).isEmpty();
        assertThat(table.get(1_000_000)).isEmpty();
    }

    @Test
    void publishedTableNeverChanges() {
        DescriptorTable first = table(200);
        TableUpdate update = first.update();
        update.absentFrom(10);
        update.present(3, DescriptorKind.SOCKET, 99, EPOCH + 60_000);
        DescriptorTable second = update.build();
        assertThat(first.size()).isEqualTo(200);
        assertThat(first.get(3).orElseThrow().kind()).isEqualTo(DescriptorKind.REGULAR_FILE);
        assertThat(second.size()).isEqualTo(10);
        assertThat(second.get(3).orElseThrow().firstSeenEpochMillis()).isEqualTo(EPOCH + 60_000);
    }

    @Test
    void rowKeepsItsAgeWhileTheInodeIsTheSame() {
        TableUpdate update = table(5).update();
        update.present(1, DescriptorKind.REGULAR_FILE, 1001, EPOCH + 5_000);
        update.present(2, DescriptorKind.DELETED_FILE, 1002, EPOCH + 5_000);
        update.present(3, DescriptorKind.REGULAR_FILE, 7777, EPOCH + 5_000);
        update.present(4, DescriptorKind.EVENTFD, Descriptor.NO_INODE, EPOCH + 5_000);
        DescriptorTable table = update.build();
        assertThat(ages(table)).containsExactly(EPOCH, EPOCH, EPOCH, EPOCH + 5_000, EPOCH + 5_000);
        assertThat(table.get(2).orElseThrow().kind()).isEqualTo(DescriptorKind.DELETED_FILE);
    }

    @Test
    void numberThatWasFreeInBetweenStartsAnew() {
        TableUpdate away = table(3).update();
        away.absent(1);
        TableUpdate back = away.build().update();
        back.present(1, DescriptorKind.REGULAR_FILE, 1001, EPOCH + 9_000);
        assertThat(ages(back.build())).containsExactly(EPOCH, EPOCH + 9_000, EPOCH);
    }

    @Test
    void clockThatGoesBackMakesNoNegativeAge() {
        TableUpdate update = DescriptorTable.empty(EPOCH).update();
        update.present(0, DescriptorKind.PIPE, 1, EPOCH - 3_600_000);
        assertThat(ages(update.build())).containsExactly(EPOCH);
    }

    @Test
    void quietUpdateSharesEveryChunkAndChangedOneOnlyItsOwn() {
        DescriptorTable first = table(1000);
        TableUpdate quiet = first.update();
        for (int fd = 0; fd < 1000; fd++) {
            quiet.present(fd, DescriptorKind.REGULAR_FILE, 1000L + fd, EPOCH + 10_000);
        }
        DescriptorTable second = quiet.build();
        assertThat(sharedChunks(first, second)).isEqualTo(8).isEqualTo(first.end() / TableChunk.SIZE);

        TableUpdate one = second.update();
        one.present(130, DescriptorKind.PIPE, 5, EPOCH);
        assertThat(sharedChunks(second, one.build())).isEqualTo(7);
    }

    @Test
    void emptiedTableLetsGoOfItsChunks() {
        TableUpdate update = table(1000).update();
        update.absentFrom(0);
        DescriptorTable table = update.build();
        assertThat(table.size()).isZero();
        assertThat(table.end()).isZero();
        assertThat(table.nextUnidentified(0)).isEqualTo(-1);
    }

    @Test
    void unidentifiedAreFoundInOrder() {
        TableUpdate update = DescriptorTable.empty(EPOCH).update();
        for (int fd : new int[] {4, 127, 128, 5000}) {
            update.present(fd, DescriptorKind.SOCKET, fd, EPOCH);
            update.socket(fd, Protocol.UNKNOWN, SocketState.UNIDENTIFIED, new EndpointPair());
        }
        update.present(6, DescriptorKind.SOCKET, 6, EPOCH);
        DescriptorTable table = update.build();
        List<Integer> found = new ArrayList<>();
        for (int fd = table.nextUnidentified(0); fd >= 0; fd = table.nextUnidentified(fd + 1)) {
            found.add(fd);
        }
        assertThat(found).containsExactly(4, 127, 128, 5000);
        assertThat(Census.of(table).unidentified()).isEqualTo(4);
        assertThat(Census.of(table).sockets()).isEqualTo(5);
        assertThat(Census.of(table).count(SocketGroup.OTHER)).isEqualTo(1);
    }

    /** Thousands of random changes against a plain map; the seed is fixed. */
    @Test
    void anySequenceOfUpdatesAgreesWithAPlainMap() {
        Random random = new Random(42);
        TreeMap<Integer, Long> plain = new TreeMap<>();
        DescriptorTable table = DescriptorTable.empty(EPOCH);
        for (int turn = 0; turn < 300; turn++) {
            TableUpdate update = table.update();
            for (int i = 0; i < 40; i++) {
                int fd = random.nextInt(900);
                if (random.nextInt(3) == 0) {
                    update.absent(fd);
                    plain.remove(fd);
                } else {
                    update.present(fd, DescriptorKind.SOCKET, turn, EPOCH);
                    plain.put(fd, (long) turn);
                }
            }
            if (turn % 50 == 49) {
                update.absentFrom(450);
                plain.tailMap(450).clear();
            }
            assertThat(update.highest()).isEqualTo(plain.isEmpty() ? -1 : plain.lastKey());
            table = update.build();
            TreeMap<Integer, Long> seen = new TreeMap<>();
            table.forEach(row -> seen.put(row.fd(), row.inode()));
            assertThat(seen).isEqualTo(plain);
            assertThat(table.size())
                    .isEqualTo(plain.size())
                    .isEqualTo(Census.of(table).total());
        }
    }

    private static long sharedChunks(DescriptorTable one, DescriptorTable other) {
        return one.sharedChunks(other);
    }

    private static List<Long> ages(DescriptorTable table) {
        List<Long> ages = new ArrayList<>();
        table.forEach(row -> ages.add(row.firstSeenEpochMillis()));
        return ages;
    }

    private static EndpointPair ends() {
        EndpointPair ends = new EndpointPair();
        ends.localHigh = 1;
        ends.localLow = 2;
        ends.localPort = 65_535;
        ends.remoteHigh = 3;
        ends.remoteLow = 4;
        ends.remotePort = 40_000;
        return ends;
    }

    private static DescriptorTable table(int files) {
        TableUpdate update = DescriptorTable.empty(EPOCH).update();
        for (int fd = 0; fd < files; fd++) {
            update.present(fd, DescriptorKind.REGULAR_FILE, 1000L + fd, EPOCH);
        }
        return update.build();
    }
}
