package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** 2 ms of stacks a second, of which 30 seconds' worth is saved. */
class StackBudgetTest {
    private static final long MICRO = 1000;

    private final StackBudget budget = new StackBudget(0.002, 100, 1000);

    @Test
    void beforeAnyStackIsKnownAsManyAsThereMayBe() {
        assertThat(budget.perSecond(1, 0, 0)).isEqualTo(1000);
    }

    @Test
    void cheapStacksAreAsManyAsThereMayBe() {
        assertThat(afterSeconds(300, 2 * MICRO)).isEqualTo(1000);
    }

    @Test
    void stormOfDearStacksIsBroughtDownToTheShare() {
        assertThat(afterSeconds(1, 10 * MICRO)).as("what was saved").isGreaterThan(700);
        assertThat(afterSeconds(300, 10 * MICRO)).isCloseTo(200, within(5.0));
    }

    @Test
    void withoutSavingsItIsNotFewerThanTheLeast() {
        assertThat(afterSeconds(300, 40 * MICRO)).isEqualTo(100);
    }

    @Test
    void pauseSavesForTheNextBurst() {
        afterSeconds(300, 10 * MICRO);
        double afterPause = budget.perSecond(30, 0, 0);
        assertThat(afterPause).isCloseTo((2_000_000 + 60_000_000 / 10.0) / (10 * MICRO), within(1.0));
        assertThat(budget.perSecond(3600, 0, 0))
                .as("no more than 30 seconds' worth")
                .isEqualTo(afterPause);
    }

    @Test
    void debtOfOneBurstIsPaidOff() {
        assertThat(budget.perSecond(1, 5000, 5000 * 20 * MICRO)).isEqualTo(100);
        for (int second = 0; second < 15; second++) {
            budget.perSecond(1, 0, 0);
        }
        assertThat(budget.perSecond(1, 0, 0)).isEqualTo(100);
        assertThat(budget.perSecond(30, 0, 0)).isGreaterThan(300);
    }

    @Test
    void waitForAProcessorIsNoStack() {
        assertThat(StackBudget.plausible(3_000_000)).isEqualTo(50_000);
        assertThat(StackBudget.plausible(7000)).isEqualTo(7000);
        assertThat(StackBudget.plausible(-1)).isZero();
    }

    @Test
    void newCostIsBelievedByAndBy() {
        afterSeconds(300, 10 * MICRO);
        double usual = budget.perSecond(1, 200, 200 * 10 * MICRO);
        double once = budget.perSecond(1, 200, 200 * 2 * MICRO);
        assertThat(once).isBetween(usual, 400.0);
        assertThat(afterSeconds(60, 2 * MICRO)).isEqualTo(1000);
    }

    @Test
    void restartForgetsAll() {
        afterSeconds(300, 40 * MICRO);
        budget.restart();
        assertThat(budget.perSecond(1, 0, 0)).isEqualTo(1000);
    }

    /** What is afforded at the end of so many seconds, each of which spends all that it may. */
    private double afterSeconds(int seconds, long nanosEach) {
        double affordable = 1000;
        for (int second = 0; second < seconds; second++) {
            int kept = (int) affordable;
            affordable = budget.perSecond(1, kept, kept * nanosEach);
        }
        return affordable;
    }
}
