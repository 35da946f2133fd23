package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Shop;
import io.fdscope.descriptor.SocketState;
import io.fdscope.origin.OpenedBy;
import org.junit.jupiter.api.Test;

/** Sockets of which only some have a stack. */
class SampledSocketsTest extends LeakWatchCase {
    @Test
    void moreThanAreSampledAreEstimatedAndAddUp() {
        leak(0, 3000, SocketState.UNIDENTIFIED);
        for (int fd = 3000; fd < 3030; fd++) {
            shop.open(fd, OpenedBy.UNIX);
        }
        program.are(3000, 30, SocketState.UNIX_UNCONNECTED);
        Verdict verdict = program.scanAt(31);
        assertThat(verdict.standing()).hasSize(2);
        assertThat(verdict.standing().get(0).counts())
                .as("where one site makes them all it is exact")
                .matches(counts -> counts.estimated() && counts.open() == 3000 && counts.unidentified() == 3000);
        assertThat(verdict.standing().get(1).counts())
                .as("another kind is sampled by itself")
                .matches(counts -> !counts.estimated() && counts.open() == 30);
        assertThat(verdict.unattributed()).isZero();
        assertThat(verdict.tracing().sampledOneIn()).isGreaterThan(1);
    }

    @Test
    void socketsWhoseSiteFoundNoRoomAreNoOtherSites() {
        leak(0, 3000, SocketState.UNIDENTIFIED);
        for (int site = 0; site < 999; site++) { // with the first one as many as there may be
            openByTheWayOf(site, 5, 10_000 + site);
        }
        program.ledger.settle();
        for (int fd = 5000; fd < 5500; fd++) {
            shop.pay(fd);
        }
        program.are(5000, 500, SocketState.UNIDENTIFIED);
        long[] orphans = new long[1];
        program.ledger.forEach((socket, fd) -> orphans[0] += fd >= 5000 && fd < 5500 && socket.weight() > 0 ? 1 : 0);
        assertThat(suspectAt(31).counts().open()).isEqualTo(3500 - orphans[0]);
        assertThat(program.watch.latest().unattributed()).isEqualTo(orphans[0]).isPositive();
    }

    /** Calls itself in one of four lines, five times; half of them accept, so that neither kind is sampled. */
    private void openByTheWayOf(int number, int calls, int fd) {
        if (calls == 0) {
            shop.open(fd, fd % 2 == 0 ? OpenedBy.ACCEPT : OpenedBy.DATAGRAM);
            return;
        }
        switch (number & 3) {
            case 0 -> openByTheWayOf(number >> 2, calls - 1, fd);
            case 1 -> openByTheWayOf(number >>> 2, calls - 1, fd);
            case 2 -> openByTheWayOf(number / 4, calls - 1, fd);
            default -> openByTheWayOf((number - 3) / 4, calls - 1, fd);
        }
    }

    @Test
    void leakBeneathAStormIsFoundByItsShare() {
        for (int fd = 0; fd < 20_000; fd++) {
            shop.pay(40_000);
            program.ledger.releasing(40_000);
            if (fd % 10 == 0) {
                leak(fd / 10, 1, SocketState.UNIDENTIFIED);
            }
        }
        Suspect suspect = suspectAt(31);
        assertThat(suspect.site().name()).isEqualTo(Shop.ORDER);
        assertThat(suspect.counts().open()).isEqualTo(2000);
        assertThat(suspect.counts().estimated()).isTrue();
    }
}
