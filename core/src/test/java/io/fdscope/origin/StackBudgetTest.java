package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** 1 ms of stacks a second, of which 30 seconds' worth is saved. */
class StackBudgetTest {
    private static final long MICRO = 1000;

    private final StackBudget budget = StackBudget.ofCreations();

    @Test
    void beforeAnyStackIsKnownAsManyAsThereMayBe() {
        budget.spent(1, 0, 0);
        assertThat(budget.affordable()).isEqualTo(1000);
    }

    @Test
    void cheapStacksAreAsManyAsThereMayBe() {
        storm(300, MICRO);
        assertThat(budget.affordable()).isEqualTo(1000);
    }

    @Test
    void stormOfDearStacksIsBroughtDownToTheShare() {
        storm(2, 10 * MICRO);
        assertThat(budget.affordable()).as("what was saved").isEqualTo(1000);
        storm(10, 10 * MICRO);
        assertThat(budget.affordable()).isCloseTo(100, within(1));
    }

    @Test
    void withoutSavingsItIsNotFewerThanTheLeast() {
        storm(300, 80 * MICRO);
        assertThat(budget.affordable()).isEqualTo(50);
    }

    @Test
    void pauseSavesForTheNextBurst() {
        storm(300, 200 * MICRO);
        pause(45); // half a minute for what is owed
        assertThat(budget.affordable()).isCloseTo(16_000 / 200, within(1));
        pause(3600);
        assertThat(budget.affordable()).as("no more than half a minute's worth").isCloseTo(31_000 / 200, within(1));
    }

    @Test
    void debtIsForgivenAfterAMinute() {
        storm(3600, 400 * MICRO); // the least of them takes 20 ms a second
        pause(30);
        assertThat(budget.affordable()).as("nothing is owed, nothing saved").isEqualTo(50);
        pause(30);
        assertThat(budget.affordable()).isCloseTo(31_000 / 400, within(1));
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
        assertThat(budget.affordable()).isEqualTo(1000);
    }

    @Test
    void restartForgetsAll() {
        storm(300, 40 * MICRO);
        budget.restart();
        assertThat(budget.affordable()).isEqualTo(1000);
    }

    /** So many seconds, each of which spends all that it may. */
    private void storm(int seconds, long nanosEach) {
        for (int second = 0; second < seconds; second++) {
            int stacks = budget.affordable();
            budget.spent(1, stacks, stacks * nanosEach);
        }
    }

    private void pause(int seconds) {
        for (int second = 0; second < seconds; second++) {
            budget.spent(1, 0, 0);
        }
    }
}
