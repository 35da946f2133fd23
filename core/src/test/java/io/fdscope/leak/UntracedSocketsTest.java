package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import io.fdscope.origin.OpenedBy;
import org.junit.jupiter.api.Test;

/** Sockets that the ledger does not know, or not any more. */
class UntracedSocketsTest extends LeakWatchCase {
    @Test
    void socketsOlderThanTheTracingAreASuspectWithoutASite() {
        program.are(0, 25, SocketState.UNIDENTIFIED);
        program.hints(Cause.RESET);
        program.scanAt(0);
        assertThat(program.scanAt(29).suspects()).isEmpty();
        Suspect suspect = suspectAt(31);
        assertThat(suspect.site().frames()).isEmpty();
        assertThat(suspect.cause()).isEqualTo(SuspectCause.RESET);
        assertThat(suspect.counts().unidentified()).isEqualTo(25);
        assertThat(program.watch.latest().unattributed()).isEqualTo(25);
    }

    /** Of vsock, SMC and others no kernel table tells any state. */
    @Test
    void socketsOfAFamilyThatNobodyListsAreUnidentifiedButNoSuspect() {
        program.speaks(Protocol.VSOCK);
        program.are(0, 25, SocketState.UNIDENTIFIED);
        leak(30, 25, SocketState.UNIDENTIFIED);
        program.scanAt(0);
        assertThat(program.scanAt(31).suspects()).isEmpty();
        assertThat(program.watch.latest().unidentified()).isEqualTo(50);
        assertThat(program.watch.latest().unattributed()).isEqualTo(25);
    }

    /** Reactor Netty keeps one for each of its threads, bound to nothing until it has a name to ask for. */
    @Test
    void datagramSocketsThatWaitForTheirFirstUseAreNoSuspect() {
        program.are(0, 25, SocketState.UDP_UNBOUND);
        for (int fd = 30; fd < 55; fd++) {
            shop.open(fd, OpenedBy.DATAGRAM);
        }
        program.are(30, 25, SocketState.UNIDENTIFIED); // as the kernel's tables tell it
        program.scanAt(0);
        assertThat(program.scanAt(31).suspects()).isEmpty();
        assertThat(program.scanAt(3600).suspects()).isEmpty();
    }

    @Test
    void socketsOlderThanTheTracingAreNotDeadForLongBecauseTheyAreOld() {
        program.are(0, 25, SocketState.ESTABLISHED);
        program.scanAt(0);
        program.scanAt(3600);
        program.are(0, 25, SocketState.UNIDENTIFIED);
        assertThat(program.scanAt(3610).suspects()).as("reset all at once").isEmpty();
        assertThat(program.scanAt(3639).suspects()).isEmpty();
        assertThat(suspectAt(3640).counts().unidentified()).isEqualTo(25);
    }

    @Test
    void anotherSocketUnderTheNumberOfAnOldOneIsAsYoungAsItIs() {
        program.are(0, 25, SocketState.UNIDENTIFIED);
        program.scanAt(0);
        program.close(0, 25);
        program.are(0, 25, SocketState.UNIDENTIFIED);
        assertThat(program.scanAt(29).suspects()).isEmpty();
        assertThat(program.scanAt(58).suspects()).isEmpty();
        assertThat(suspectAt(59).counts().unidentified()).isEqualTo(25);
    }

    @Test
    void socketThatIsClosedBetweenScanAndLedgerIsNotTakenForAnOlderOne() {
        for (int scan = 0; scan < 20; scan++) {
            leak(0, 20, scan % 2 == 0 ? SocketState.UNIDENTIFIED : SocketState.ESTABLISHED);
            if (scan % 2 == 0) {
                for (int fd = 0; fd < 20; fd++) {
                    program.ledger.releasing(fd); // the table still shows it
                }
            }
            assertThat(program.scanAt(10 * scan).suspects()).isEmpty();
            program.close(0, 20);
        }
    }

    @Test
    void socketThatWasCreatedAfterTheScanIsNotWhatTheScanSaw() {
        leak(0, 20, SocketState.UNIDENTIFIED);
        assertThat(program.scanAt(-5).suspects()).isEmpty();
        assertThat(program.watch.latest().unattributed()).isEqualTo(20);
    }
}
