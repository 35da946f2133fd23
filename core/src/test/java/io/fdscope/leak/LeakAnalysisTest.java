package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.origin.OpenedBy;
import io.fdscope.sample.Trend;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Leaks that are told, and when they are over. The scans are ten seconds apart, suspectAge is thirty, suspectCount ten. */
class LeakAnalysisTest {
    @Test
    void tenDeadSocketsOfASiteMakeASuspectWithTheCauseOfMost() {
        Histories leak = new Histories()
                .next(50, 30)
                .dead(9, SuspectCause.NEVER_CONNECTED)
                .next(0, 0);
        assertThat(leak.verdict().suspects()).isEmpty();
        leak.dead(10, SuspectCause.NEVER_CONNECTED).next(0, 0);
        assertThat(leak.suspect().cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
        assertThat(leak.suspect().site()).isEqualTo(Histories.SITE);
        assertThat(leak.suspect().counts().open()).isEqualTo(20);
        assertThat(leak.verdict().level()).isEqualTo(VerdictLevel.GROWING);
    }

    @Test
    void heldAfterCloseIsASuspect() {
        assertThat(new Histories()
                        .next(12, 0)
                        .heldAfterClose(12)
                        .next(0, 0)
                        .suspect()
                        .cause())
                .isEqualTo(SuspectCause.HELD_AFTER_CLOSE);
    }

    @Test
    void closeWaitThatPilesUpForTwoMinutesIsASuspect() {
        Histories leak = new Histories().next(5, 0);
        for (int scan = 1; scan < 12; scan++) {
            assertThat(leak.verdict().suspects()).isEmpty();
            leak.closeWait(5L * scan).next(5, 0);
        }
        assertThat(leak.closeWait(60).next(5, 0).suspect().cause()).isEqualTo(SuspectCause.CLOSE_WAIT);
    }

    @Test
    void closeWaitThatPilesUpInASiteThatClosesTheOthersIsASuspect() {
        Histories leak = new Histories().next(9, 4);
        for (int scan = 1; scan <= 13; scan++) {
            leak.closeWait(5L * scan).next(9, 4);
        }
        assertThat(leak.suspect().cause()).isEqualTo(SuspectCause.CLOSE_WAIT);
    }

    @Test
    void closeWaitThatStaysForFiveMinutesIsASuspect() {
        Histories pool = new Histories().next(50, 0).closeWait(50).next(30, 0, 0);
        assertThat(pool.verdict().suspects()).isEmpty();
        assertThat(pool.next(0, 0).suspect().cause()).isEqualTo(SuspectCause.CLOSE_WAIT);
    }

    @Test
    void closeWaitOfUnknownOriginIsASuspectWhenItStays() {
        Histories old = new Histories().untraced().next(50, 0).closeWait(50).next(31, 0, 0);
        assertThat(old.suspect().site().frames()).isEmpty();
    }

    @Test
    void halfClosedThatPileUpAreASuspect() {
        Histories leak = new Histories();
        for (int count = 1; count <= 14; count++) {
            leak.next(5, 0).halfClosed(5L * count);
        }
        assertThat(leak.suspect().cause()).isEqualTo(SuspectCause.HALF_CLOSED);
    }

    @Test
    void whatIsWrongWithTheSocketsIsToldEvenWhenTheirNumberHasGrownForLong() {
        Histories dead = new Histories();
        Histories closeWait = new Histories();
        for (int count = 1; count <= 20; count++) {
            dead.next(5, 0).dead(5L * (count - 1), SuspectCause.NEVER_CONNECTED);
            closeWait.next(5, 0).closeWait(5L * (count - 1));
        }
        assertThat(dead.next(5, 0).suspect().cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
        assertThat(closeWait.next(5, 0).suspect().cause()).isEqualTo(SuspectCause.CLOSE_WAIT);
    }

    @Test
    void connectionsOfWhichNoneIsClosedAreASuspectAfterTwoMinutes() {
        Histories leak = new Histories().next(11, 3, 0);
        assertThat(leak.verdict().suspects()).isEmpty();
        assertThat(leak.next(3, 0).suspect().cause()).isEqualTo(SuspectCause.CONNECTED_NOT_CLOSED);
        assertThat(leak.suspect().growthPerMinute()).isEqualTo(18);
    }

    @Test
    void causeOfLiveOnesIsByTheirKind() {
        assertThat(growing(OpenedBy.ACCEPT)).isEqualTo(SuspectCause.ACCEPTED_NOT_CLOSED);
        assertThat(growing(OpenedBy.SERVER_SOCKET)).isEqualTo(SuspectCause.LISTENING_NOT_CLOSED);
        assertThat(growing(OpenedBy.DATAGRAM)).isEqualTo(SuspectCause.DATAGRAM_NOT_CLOSED);
        assertThat(growing(OpenedBy.UNIX)).isEqualTo(SuspectCause.UNIX_NOT_CLOSED);
        assertThat(growing(OpenedBy.UNIX_ACCEPT)).isEqualTo(SuspectCause.UNIX_NOT_CLOSED);
    }

    @Test
    void ofManySuspectsTheVerdictNamesTheWorstAndTheOthersAreRemembered() {
        Judgement judgement = new Histories()
                .next(50, 0)
                .dead(20, SuspectCause.NEVER_CONNECTED)
                .next(0, 0)
                .judgedWithSites(new LeakAnalysis(LeakThresholds.DEFAULT), 150);

        assertThat(judgement.verdict().standing()).hasSize(100);
        assertThat(judgement.suspects()).hasSize(150);
        assertThat(judgement.memories()).hasSize(150);
    }

    private static SuspectCause growing(OpenedBy by) {
        return new Histories().by(by).next(13, 3, 0).suspect().cause();
    }

    @Test
    void slowLeakBeneathAPoolOfTheSameSiteIsFoundInALongerWindow() {
        Histories leak = new Histories().next(20, 0);
        for (int minute = 0; minute < 60; minute++) {
            leak.next(1, 0).next(5, 0, 0);
        }
        assertThat(leak.suspect().cause()).isEqualTo(SuspectCause.CONNECTED_NOT_CLOSED);
    }

    @Test
    void leakThatClosesOneOfTwentyIsALeakAllTheSame() {
        assertThat(new Histories().next(13, 20, 1).suspect().counts().open()).isEqualTo(13 * 19);
    }

    @Test
    void scansThatAreLateHideNoLeak() {
        LeakThresholds quick = new LeakThresholds(Duration.ofSeconds(10), 10, LeakThresholds.DEFAULT.critical());
        assertThat(new Histories(quick).next(5, 4, 0).suspect().cause()).isEqualTo(SuspectCause.CONNECTED_NOT_CLOSED);
    }

    @Test
    void sampledSocketsThatAreTooFewProveNothing() {
        Histories storm = new Histories().next(400, 0).dead(400, SuspectCause.RESET);
        assertThat(storm.sampled(4).next(0, 0).verdict().suspects()).isEmpty();
        assertThat(storm.drops(400).sampledDrops(4).next(0, 0).verdict().suspects())
                .isEmpty();
        assertThat(storm.sampled(5).next(0, 0).suspect().counts().estimated()).isTrue();
    }

    @Test
    void droppedOnesMakeASuspectEvenIfNoneIsOpen() {
        Histories leak = new Histories().next(9, 0).drops(9).next(0, 9);
        assertThat(leak.verdict().suspects()).isEmpty();
        leak.next(1, 0).drops(1).next(0, 1);
        assertThat(leak.suspect().cause()).isEqualTo(SuspectCause.DROPPED);
        assertThat(leak.suspect().counts().droppedWithoutClose()).isEqualTo(10);
        assertThat(leak.suspect().counts().open()).isZero();
    }

    @Test
    void dropsAreOverWhenNoneHasComeForHalfAnHour() {
        Histories leak = new Histories().next(10, 0).drops(10).next(0, 10).next(178, 0, 0);
        assertThat(leak.verdict().standing()).hasSize(1);
        leak.next(20, 0, 0);
        assertThat(leak.verdict().suspects()).extracting(Suspect::state).containsExactly(SuspectState.CLEARED);
    }

    @Test
    void deadOnesAreToldBeforeDrops() {
        Histories leak = new Histories()
                .next(40, 0)
                .drops(20)
                .dead(20, SuspectCause.NEVER_CONNECTED)
                .next(0, 20);
        assertThat(leak.suspect().cause()).isEqualTo(SuspectCause.NEVER_CONNECTED);
    }

    @Test
    void suspectStandsWhileItsSocketsAreThereThoughNoMoreCome() {
        Histories leak = new Histories().next(13, 10, 0).next(60, 0, 0);
        assertThat(leak.suspect().counts().open()).isEqualTo(130);
    }

    @Test
    void suspectThatClosesItsSocketsIsClearedAndToldForAnotherFiveMinutes() {
        Histories leak =
                new Histories().next(50, 0).dead(50, SuspectCause.RESET).next(0, 0);
        leak.dead(26, SuspectCause.RESET).next(0, 24);
        assertThat(leak.verdict().standing()).hasSize(1);
        leak.dead(3, SuspectCause.RESET).next(0, 23);
        assertThat(leak.verdict().standing()).isEmpty();
        assertThat(leak.verdict().suspects()).extracting(Suspect::cause).containsExactly(SuspectCause.RESET);
        assertThat(leak.verdict().level()).isEqualTo(VerdictLevel.STABLE);
        assertThat(leak.next(30, 0, 0).verdict().suspects()).hasSize(1);
        assertThat(leak.next(0, 0).verdict().suspects()).isEmpty();
    }

    @Test
    void clearedSuspectThatLeaksAgainStandsAgain() {
        Histories leak =
                new Histories().next(50, 0).dead(50, SuspectCause.RESET).next(0, 0);
        leak.dead(0, SuspectCause.RESET).next(0, 50);
        assertThat(leak.verdict().standing()).isEmpty();
        leak.dead(20, SuspectCause.RESET).next(20, 0);
        assertThat(leak.verdict().suspects()).extracting(Suspect::state).containsExactly(SuspectState.STANDING);
    }

    @Test
    void connectionsThatStayAsManyAsTheyAreForHalfAnHourAreAPoolAfterAll() {
        Histories pool = new Histories().next(13, 3, 0);
        assertThat(pool.next(179, 0, 0).verdict().standing()).hasSize(1);
        assertThat(pool.next(2, 0, 0).verdict().standing()).isEmpty();
    }

    @Test
    void siteOfWhichNothingIsLeftIsCleared() {
        LeakAnalysis analysis = new LeakAnalysis(LeakThresholds.DEFAULT);
        Verdict gone = new Histories().next(13, 3, 0).judgedWithoutSites(analysis);
        assertThat(gone.suspects()).extracting(Suspect::state).containsExactly(SuspectState.CLEARED);
        assertThat(gone.suspects().get(0).counts().open()).isZero();
    }

    @Test
    void levelIsExhaustingWhenTheEndIsNear() {
        assertThat(level(new Trend(60, 599))).isEqualTo(VerdictLevel.EXHAUSTING);
        assertThat(level(new Trend(60, 600))).isEqualTo(VerdictLevel.GROWING);
        assertThat(level(new Trend(-3, -1))).isEqualTo(VerdictLevel.STABLE);
        assertThat(level(Trend.UNKNOWN)).isEqualTo(VerdictLevel.UNKNOWN);
        assertThat(new Histories()
                        .trend(new Trend(0.1, 9000))
                        .next(3800, 0)
                        .verdict()
                        .level())
                .as("95%, and it grows")
                .isEqualTo(VerdictLevel.EXHAUSTING);
        assertThat(new Histories().next(3800, 0).verdict().level()).isEqualTo(VerdictLevel.STABLE);
        assertThat(new Histories().next(4000, 0).verdict().level()).as("full").isEqualTo(VerdictLevel.EXHAUSTING);
    }

    private static VerdictLevel level(Trend trend) {
        return new Histories().trend(trend).next(0, 0).verdict().level();
    }
}
