package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.origin.OpenedBy;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Programs that open many sockets and leak none. The scans are ten seconds apart. */
class InnocentProgramsTest {
    private final Histories program = new Histories();

    @Test
    void poolThatFillsUpToItsMost() {
        program.next(9, 5, 0);
        isNeverSuspected(300, 0, 0);
    }

    @Test
    void poolThatReplacesItsConnectionsInTurn() {
        program.next(50, 0);
        isNeverSuspected(300, 2, 2);
    }

    @Test
    void poolThatGrowsWithItsLoadInSteps() {
        for (int step = 0; step < 5; step++) {
            isNeverSuspected(2, 8, 0);
            isNeverSuspected(28, 0, 0);
        }
    }

    @Test
    void burstsThatComeDown() {
        for (int burst = 0; burst < 20; burst++) {
            isNeverSuspected(1, 200, 0);
            isNeverSuspected(1, 0, 0);
            isNeverSuspected(1, 0, 200);
        }
    }

    @Test
    void burstThatRisesForMinutesAndIsClosedAsItGoes() {
        isNeverSuspected(60, 40, 30);
        isNeverSuspected(60, 20, 30);
    }

    @Test
    void shortRequestsUnderSlowlyRisingLoad() {
        program.by(OpenedBy.ACCEPT);
        for (int minute = 1; minute <= 60; minute++) {
            isNeverSuspected(6, 100L * minute, 100L * minute - 1);
        }
    }

    @Test
    void keepAliveClientsThatComeAndGo() {
        Random random = new Random(4);
        int open = 0;
        for (int scan = 0; scan < 2000; scan++) {
            int opens = random.nextInt(12);
            int closes = Math.min(open, random.nextInt(12));
            isNeverSuspected(1, opens, closes);
            open += opens - closes;
        }
    }

    @Test
    void idleConnectionsThatTheServerHasClosedAndThePoolDropsWhenItIsAskedNext() {
        program.next(50, 0);
        for (int turn = 0; turn < 20; turn++) {
            program.closeWait(50);
            isNeverSuspected(12, 0, 0);
            program.closeWait(0);
            isNeverSuspected(1, 50, 50);
        }
    }

    /** A crawler, or a sender of webhooks: servers close after seconds, its pool what is idle after a minute. */
    @Test
    void connectionsThatThePoolKeepsForAMinuteAfterTheServerHasClosed() {
        Random random = new Random(4);
        program.othersLinger();
        for (int scan = 1; scan <= 6; scan++) {
            program.closeWait(10L * scan - 5);
            isNeverSuspected(1, 10, 0);
        }
        for (int scan = 0; scan < 2000; scan++) {
            program.closeWait(50 + random.nextInt(12));
            isNeverSuspected(1, 10, 10);
        }
    }

    @Test
    void fewDeadOnes() {
        program.next(30, 0).dead(9, SuspectCause.RESET);
        isNeverSuspected(1000, 3, 3);
    }

    @Test
    void oneDroppedNowAndThen() {
        for (int hour = 0; hour < 48; hour++) {
            program.drops(1);
            isNeverSuspected(360, 0, 0);
        }
    }

    private void isNeverSuspected(int scans, long opens, long closes) {
        for (int scan = 0; scan < scans; scan++) {
            assertThat(program.next(opens, closes).verdict().suspects()).isEmpty();
        }
    }
}
