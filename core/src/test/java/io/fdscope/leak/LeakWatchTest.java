package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.example.shop.Shop;
import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.descriptor.SocketState;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.OpenedBy;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From what the application does to what is told. */
class LeakWatchTest extends LeakWatchCase {
    private final List<String> news = new ArrayList<>();

    @Test
    void deadSocketsAreToldOnceWithTheirLineAndOnceWhenTheyAreGone() {
        listen();
        leak(0, 30, SocketState.UNIDENTIFIED);
        program.hints(Cause.NEVER_CONNECTED_NOR_BOUND);
        program.scanAt(10);
        program.scanAt(29);
        assertThat(news).isEmpty();
        Verdict verdict = program.scanAt(31);
        program.scanAt(40);
        Suspect suspect = verdict.standing().get(0);
        assertThat(verdict.suspects()).hasSize(1);
        assertThat(suspect.site().name()).isEqualTo(Shop.ORDER);
        assertThat(suspect.threadName()).isEqualTo(Thread.currentThread().getName());
        assertThat(suspect.cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
        assertThat(suspect.counts())
                .isEqualTo(new SuspectCounts(30, 30, 0, Map.of(SocketGroup.UNIDENTIFIED, 30L), 0, 30, false));
        assertThat(suspect.oldestAgeMillis()).isBetween(30_000L, 31_000L);
        assertThat(verdict.unidentified()).isEqualTo(30);
        assertThat(verdict.unattributed()).isZero();
        program.close(0, 30);
        program.scanAt(50);
        program.scanAt(60);
        assertThat(news).containsExactly("suspected " + Shop.ORDER, "cleared " + Shop.ORDER);
    }

    @Test
    void whatTheProgramDidBeatsWhatTheKernelHints() {
        leak(0, 12, SocketState.UNIDENTIFIED);
        program.hints(Cause.CONNECT_FAILED_OR_BOUND_ONLY);
        for (int fd = 0; fd < 12; fd++) {
            program.ledger.connected(fd, attempt("db-1", ConnectAttempt.Outcome.FAILED));
        }
        program.scanAt(1);
        assertThat(suspectAt(31).cause()).isEqualTo(SuspectCause.CONNECT_FAILED);
        assertThat(program.asked).isEmpty();
        assertThat(suspectAt(32).endpoints()).containsExactly(entry("db-1:3306", 12L));
    }

    @Test
    void kernelIsAskedAboutSixteenSocketsOfASiteAtMost() {
        leak(0, 300, SocketState.UNIDENTIFIED);
        program.hints(Cause.CONNECT_FAILED_OR_BOUND_ONLY);
        assertThat(suspectAt(31).cause()).isEqualTo(SuspectCause.BOUND_ONLY);
        assertThat(program.asked).hasSize(16);
    }

    @Test
    void probeWithoutHintsLeavesWhatTheLedgerKnows() {
        leak(0, 12, SocketState.UNIDENTIFIED);
        assertThat(suspectAt(31).cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
        for (int fd = 0; fd < 12; fd++) {
            program.ledger.connected(fd, attempt("db-1", ConnectAttempt.Outcome.SUCCEEDED));
        }
        assertThat(suspectAt(32).cause()).isEqualTo(SuspectCause.CONNECTION_OVER);
        program.hints(Cause.RESET);
        assertThat(suspectAt(33).cause()).isEqualTo(SuspectCause.RESET);
    }

    @Test
    void socketThatDiedLatelyIsNotOldHoweverOldItIs() {
        leak(0, 30, SocketState.ESTABLISHED);
        program.scanAt(10);
        program.scanAt(100);
        program.are(0, 30, SocketState.UNIDENTIFIED);
        program.scanAt(110);
        assertThat(program.scanAt(139).suspects()).isEmpty();
        assertThat(suspectAt(140).counts().unidentified()).isEqualTo(30);
    }

    @Test
    void connectionThatIsFirstSeenWhenTheRemoteEndHasClosedMayHaveBeenSoForAMoment() {
        for (int fd = 0; fd < 30; fd++) {
            shop.open(fd, OpenedBy.ACCEPT);
        }
        leak(30, 30, SocketState.UNIDENTIFIED);
        for (int fd = 30; fd < 60; fd++) {
            program.ledger.connected(fd, attempt("db-1", ConnectAttempt.Outcome.SUCCEEDED));
        }
        program.are(0, 30, SocketState.UNIDENTIFIED);
        assertThat(program.scanAt(100).suspects()).isEmpty();
        assertThat(program.scanAt(129).suspects()).isEmpty();
        assertThat(program.scanAt(130).standing()).hasSize(2);
    }

    @Test
    void causeIsThatOfTheOldOnesHoweverManyYoungOnesThereAre() {
        leak(0, 12, SocketState.UNIDENTIFIED);
        program.scanAt(20);
        leak(100, 50, SocketState.ESTABLISHED);
        for (int fd = 100; fd < 150; fd++) {
            program.ledger.connected(fd, attempt("db-1", ConnectAttempt.Outcome.FAILED));
        }
        program.scanAt(25);
        program.are(100, 50, SocketState.UNIDENTIFIED);
        assertThat(suspectAt(31).cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
    }

    @Test
    void acceptedConnectionsOfWhichNoneIsClosedAreToldByTheirClients() {
        for (int scan = 1; scan <= 13; scan++) {
            for (int fd = 3 * scan; fd < 3 * scan + 3; fd++) {
                shop.open(fd, OpenedBy.ACCEPT);
                program.ledger.connected(fd, attempt("", ConnectAttempt.Outcome.SUCCEEDED));
                program.are(fd, 1, SocketState.ESTABLISHED);
            }
            program.scanAt(10 * scan);
        }
        Suspect suspect = program.watch.latest().standing().get(0);
        assertThat(suspect.cause()).isEqualTo(SuspectCause.ACCEPTED_NOT_CLOSED);
        assertThat(suspect.endpoints()).as("without their ports").containsExactly(entry("192.0.2.1", 39L));
        assertThat(suspect.growthPerMinute()).isEqualTo(18);
    }

    @Test
    void stacksAreReadBetweenSamplesToo() {
        leak(0, 3, SocketState.ESTABLISHED);
        assertThat(program.ledger.sites()).isEmpty();
        program.watch.betweenSamples();
        assertThat(program.ledger.sites()).hasSize(1);
    }

    /** The kernel knows less of one that failed than the program did. */
    @Test
    void whatTheKernelSaysOfConnectedOnesIsNotSaidOfThoseThatNeverConnected() {
        leak(0, 220, SocketState.UNIDENTIFIED);
        for (int fd = 0; fd < 20; fd++) {
            program.ledger.connected(fd, attempt("db-1", ConnectAttempt.Outcome.SUCCEEDED));
        }
        program.hints(Cause.NEVER_CONNECTED_NOR_BOUND);
        program.scanAt(1);
        Suspect suspect = suspectAt(31);
        assertThat(suspect.cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
        assertThat(program.asked).as("of either kind a few").hasSize(32);
    }

    @Test
    void connectionsThatHaveBeenHalfOverForLongAreASuspectHoweverManyOthersComeAndGo() {
        connect(0, 12);
        for (int scan = 0; scan < 30; scan++) {
            assertThat(program.scanAt(10 * scan + 1).standing()).isEmpty();
            connect(100 + 50 * scan, 50);
            program.close(50 + 50 * scan, 50);
        }
        assertThat(suspectAt(301).cause()).isEqualTo(SuspectCause.CLOSE_WAIT);
    }

    private void connect(int from, int count) {
        leak(from, count, SocketState.CLOSE_WAIT);
        for (int fd = from; fd < from + count; fd++) {
            program.ledger.connected(fd, attempt("db-1", ConnectAttempt.Outcome.SUCCEEDED));
        }
    }

    @Test
    void stormOfShortLivedSocketsIsNoSuspect() {
        for (int scan = 1; scan <= 60; scan++) {
            leak(0, 2000, SocketState.ESTABLISHED);
            assertThat(program.scanAt(10 * scan).suspects()).isEmpty();
            program.close(0, 2000);
        }
    }

    @Test
    void socketsHeldAfterCloseAreToldWithTheStackThatClosedThem() {
        leak(0, 15, SocketState.CLOSE_WAIT);
        for (int fd = 0; fd < 15; fd++) {
            shop.close(fd);
        }
        Suspect suspect = suspectAt(31);
        assertThat(suspect.cause()).isEqualTo(SuspectCause.HELD_AFTER_CLOSE);
        assertThat(suspect.counts().heldAfterClose()).isEqualTo(15);
        assertThat(suspect.closingStack()).startsWith("com.example.shop.Shop.close(Shop.java:");
    }

    @Test
    void whatACollectionClosesIsComparedAndProvenDropped() {
        Cleaner cleaner = Cleaner.create(body -> new Thread(body, "Common-Cleaner"));
        leak(0, 30, SocketState.UNIDENTIFIED);
        drop(cleaner, 0, 20);
        program.scanAt(31);
        program.onScan(60);
        GarbageComparison compared = program.watch.collectGarbageAndCompare();
        Suspect before = compared.before().standing().get(0);
        Suspect after = compared.after().suspects().get(0);
        assertThat(before.site()).isEqualTo(after.site());
        assertThat(before.counts().open()).isEqualTo(30);
        assertThat(after.counts().open()).isEqualTo(10);
        assertThat(after.counts().droppedWithoutClose()).isEqualTo(20);
        assertThat(compared.after().tracing().droppedWithoutClose()).isEqualTo(20);
    }

    @Test
    void collectionThatTheJvmIgnoresProvesNothing() throws IOException {
        List<String> command = ForkedProcess.java(List.of("-XX:+DisableExplicitGC"), IgnoredCollectionMain.class);
        assertThat(ForkedProcess.run(command.toArray(String[]::new))).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("1 suspect");
            assertThat(lines.get(1)).startsWith("This JVM ignores requests for a garbage collection");
        });
    }

    private void drop(Cleaner cleaner, int from, int count) {
        for (int fd = from; fd < from + count; fd++) {
            int number = fd;
            cleaner.register(new Object(), () -> program.close(number, 1));
        }
    }

    @Test
    void endOfTracingForgetsSuspectsWithoutAWord() {
        listen();
        leak(0, 30, SocketState.UNIDENTIFIED);
        program.scanAt(31);
        program.ledger.end();
        assertThat(program.scanAt(41).suspects()).isEmpty();
        assertThat(news).containsExactly("suspected " + Shop.ORDER);
    }

    @Test
    void listenerThatThrowsKeepsNobodyElseFromBeingTold() {
        program.watch.listen(new LeakListener() {
            @Override
            public void suspected(Suspect suspect) {
                throw new StackOverflowError("a listener's own");
            }

            @Override
            public void cleared(Suspect suspect) {}
        });
        listen();
        leak(0, 30, SocketState.UNIDENTIFIED);
        program.scanAt(31);
        assertThat(news).hasSize(1);
        expectedFaults = Map.of("sink: java.lang.StackOverflowError", 1L);
    }

    private void listen() {
        program.watch.listen(new LeakListener() {
            @Override
            public void suspected(Suspect suspect) {
                news.add("suspected " + suspect.site().name());
            }

            @Override
            public void cleared(Suspect suspect) {
                news.add("cleared " + suspect.site().name());
            }
        });
    }
}
