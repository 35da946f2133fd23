package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** 2 ms of stacks a second, of which 60 seconds' worth is saved. */
class StackBudgetTest {
    private static final long MICRO = 1000;

    private final StackBudget budget = new StackBudget(0.002, 100, 1000);

    @Test
    void beforeAnyStackIsKnownAsManyAsThereMayBe() {
        budget.spent(1, 0, 0);
        assertThat(budget.perSecond()).isEqualTo(1000);
        assertThat(budget.atOnce()).isEqualTo(1000);
    }

    @Test
    void cheapStacksAreAsManyAsThereMayBe() {
        storm(300, 2 * MICRO);
        assertThat(budget.perSecond()).isEqualTo(1000);
        assertThat(budget.atOnce()).isEqualTo(1000);
    }

    @Test
    void stormOfDearStacksIsBroughtDownToTheShare() {
        storm(2, 10 * MICRO);
        assertThat(budget.perSecond()).as("what was saved").isEqualTo(1000);
        storm(60, 10 * MICRO);
        assertThat(budget.perSecond()).isCloseTo(200, within(1.0));
        assertThat(budget.atOnce()).isCloseTo(200, within(1));
    }

    @Test
    void withoutSavingsItIsNotFewerThanTheLeast() {
        storm(300, 40 * MICRO);
        assertThat(budget.perSecond()).isEqualTo(100);
        assertThat(budget.atOnce()).isEqualTo(100);
    }

    @Test
    void pauseSavesForTheNextBurst() {
        storm(300, 200 * MICRO);
        pause(90);
        assertThat(budget.perSecond())
                .isCloseTo(32_000.0 / 200, within(1.0)); // 60 ms are saved: half of them, and the share
        assertThat(budget.atOnce()).isCloseTo(62_000 / 200, within(1));
        pause(3600);
        assertThat(budget.atOnce()).as("no more than a minute's worth").isCloseTo(122_000 / 200, within(1));
    }

    @Test
    void debtIsForgivenAfterTwoMinutes() {
        storm(3600, 400 * MICRO); // the least of them takes 40 ms a second
        pause(60);
        assertThat(budget.atOnce()).as("nothing is owed, nothing saved").isEqualTo(100);
        pause(60);
        assertThat(budget.atOnce()).isCloseTo(122_000 / 400, within(1));
    }

    @Test
    void waitForAProcessorIsNoStack() {
        assertThat(StackBudget.plausible(3_000_000)).isEqualTo(400_000);
        assertThat(StackBudget.plausible(7000)).isEqualTo(7000);
        assertThat(StackBudget.plausible(-1)).isZero();
    }

    @Test
    void costIsThatOfMostStacksNotOfMostSeconds() {
        for (int second = 0; second < 300; second++) {
            budget.spent(1, 1, 50 * MICRO); // one a second, out of cold caches
        }
        budget.spent(1, 900, 900 * 2 * MICRO);
        assertThat(budget.perSecond()).isEqualTo(1000);
    }

    @Test
    void restartForgetsAll() {
        storm(300, 40 * MICRO);
        budget.restart();
        assertThat(budget.perSecond()).isEqualTo(1000);
        assertThat(budget.atOnce()).isEqualTo(1000);
    }

    /** So many seconds, each of which spends all that it may. */
    private void storm(int seconds, long nanosEach) {
        for (int second = 0; second < seconds; second++) {
            int stacks = (int) budget.perSecond();
            budget.spent(1, stacks, stacks * nanosEach);
        }
    }

    private void pause(int seconds) {
        for (int second = 0; second < seconds; second++) {
            budget.spent(1, 0, 0);
        }
    }
}
