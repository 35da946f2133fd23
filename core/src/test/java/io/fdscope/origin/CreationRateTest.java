package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CreationRateTest {
    private final CreationRate rate = new CreationRate(StackBudget.ofCreations());
    private long nanoTime; // the rate's own clock starts here

    @Test
    void everyoneIsKeptUpToTheRate() {
        for (int second = 0; second < 10; second++) {
            assertThat(create(999)).isEqualTo(new Drawn(999, 999));
            adaptAfter(1);
            assertThat(rate.oneIn()).isEqualTo(1);
        }
    }

    @Test
    void stormIsSampledBeforeItsFirstSecondIsOver() {
        Drawn drawn = create(100_000);
        assertThat(drawn.kept()).isLessThan(5000);
        assertThat(drawn.standFor()).isCloseTo(100_000, within(10_000L));
        assertThat(rate.oneIn()).isGreaterThan(32);
    }

    @Test
    void samplingFollowsThePaceUpAndDown() {
        create(50_000);
        adaptAfter(1);
        assertThat(rate.oneIn()).isEqualTo(50);
        Drawn drawn = create(50_000);
        assertThat(drawn.kept()).isBetween(800, 1200);
        assertThat(drawn.standFor()).isCloseTo(50_000, within(8_000L));
        adaptAfter(1);
        create(20);
        adaptAfter(1);
        assertThat(rate.oneIn()).isEqualTo(1);
        assertThat(create(20)).isEqualTo(new Drawn(20, 20));
    }

    @Test
    void paceIsOverTheTimeThatHasPassed() {
        create(4000);
        adaptAfter(8);
        assertThat(rate.oneIn()).isEqualTo(1);
    }

    @Test
    void creationsInTurnAreSampledAlike() {
        create(20_000);
        adaptAfter(1);
        assertThat(rate.oneIn()).isEqualTo(20);
        int[] kept = new int[20];
        for (int i = 0; i < 20_000; i++) {
            kept[i % 20] += rate.draw(nanoTime) > 0 ? 1 : 0;
        }
        assertThat(Arrays.stream(kept).min().orElseThrow()).isGreaterThan(10);
    }

    @Test
    void paceBelowTheRateKeepsEveryoneHoweverLongItIsNotAdapted() {
        for (int second = 0; second < 30; second++) {
            nanoTime += 1_000_000_000;
            assertThat(create(900)).isEqualTo(new Drawn(900, 900));
        }
        assertThat(rate.oneIn()).isEqualTo(1);
    }

    @Test
    void dearStacksAreSampledAtAPaceThatCheapOnesAreNot() {
        for (int second = 0; second < 60; second++) {
            takes(create(900), 1000);
            adaptAfter(1);
        }
        assertThat(rate.oneIn()).isEqualTo(1);
        for (int second = 0; second < 300; second++) {
            takes(create(900), 20_000);
            adaptAfter(1);
        }
        assertThat(rate.oneIn()).isBetween(16, 20);
        Drawn drawn = create(9000);
        assertThat(drawn.kept()).isLessThan(1200);
        assertThat(drawn.standFor()).isCloseTo(9000, within(1800L));
    }

    @Test
    void burstsThatComeAgainAndAgainStayNearTheShareToo() {
        long nanos = 0;
        for (int turn = 0; turn < 120; turn++) {
            Drawn drawn = create(1000);
            takes(drawn, 20_000);
            nanos += turn < 60 ? 0 : drawn.kept() * 20_000L;
            adaptAfter(1);
            adaptAfter(1); // a second without any: nobody is sampled when the next burst comes
            assertThat(rate.oneIn()).isEqualTo(1);
        }
        assertThat(nanos / 120e9).as("share of a core, in the last two minutes").isLessThan(0.002);
    }

    @Test
    void restartKeepsEveryoneAgain() {
        create(50_000);
        nanoTime += 1_000_000_000;
        rate.restart(nanoTime);
        assertThat(create(900)).isEqualTo(new Drawn(900, 900));
        adaptAfter(1);
        assertThat(rate.oneIn()).isEqualTo(1);
    }

    private void adaptAfter(int seconds) {
        nanoTime += seconds * 1_000_000_000L;
        rate.adapt(nanoTime);
    }

    private void takes(Drawn drawn, long nanosEach) {
        for (int i = 0; i < drawn.kept(); i++) {
            rate.took(nanosEach);
        }
    }

    private record Drawn(int kept, long standFor) {}

    private Drawn create(int count) {
        int kept = 0;
        long standFor = 0;
        for (int i = 0; i < count; i++) {
            int weight = rate.draw(nanoTime);
            kept += weight > 0 ? 1 : 0;
            standFor += weight;
        }
        return new Drawn(kept, standFor);
    }
}
