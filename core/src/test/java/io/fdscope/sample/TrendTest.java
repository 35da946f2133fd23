package io.fdscope.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings a second apart, and what is made of them. */
class TrendTest {
    private static final long SOFT = 20_000;

    private final Timeline timeline = new Timeline();
    private int second;
    private long readingNanos = 1_000_000_000L;
    private Reading last = Reading.NONE;

    @Test
    void tooFewReadingsSayNothing() {
        after(3, at -> 100 + at);
        assertThat(trend().growthPerMinute()).isNaN();
        assertThat(trend().secondsToExhaustion()).isEqualTo(-1);
    }

    @Test
    void whatAnApplicationOpensAsItStartsIsNoGrowth() {
        for (int i = 0; i < 60; i++) {
            after(1, at -> 20 + Math.min(50, 10L * at));
            assertThat(trend().secondsToExhaustion()).as("second %d", i).isEqualTo(-1);
            assertThat(trend().growthPerMinute() > 0).as("second %d", i).isFalse();
        }
    }

    @Test
    void aLeakFromTheStartIsToldAfterTwentySeconds() {
        after(20, at -> 100 + 10L * at);
        assertThat(trend()).isEqualTo(Trend.UNKNOWN);
        after(1, at -> 100 + 10L * at);
        assertThat(trend().growthPerMinute()).isCloseTo(600, within(1.0));
        assertThat(trend().secondsToExhaustion()).isPositive();
    }

    @Test
    void readingsSoRareThatAMinuteHoldsFewAreToldByTheLast() {
        readingNanos = 60_000_000_000L;
        after(3, at -> 100);
        assertThat(trend()).isEqualTo(Trend.UNKNOWN);
        after(1, at -> 100);
        assertThat(trend().growthPerMinute()).isZero();
        after(30, at -> 100 + 10L * at);
        assertThat(trend().growthPerMinute()).isCloseTo(10, within(0.1));
        assertThat(trend().secondsToExhaustion()).isPositive();
        after(60, at -> 500);
        assertThat(trend().growthPerMinute()).isZero();
        assertThat(trend().secondsToExhaustion()).isEqualTo(-1);
    }

    @Test
    void theFirstReadingsAfterAPauseSayNothing() {
        after(30, at -> 100 + 10L * at);
        second += 120;
        for (int reading = 0; reading < 20; reading++) {
            after(1, at -> 420 + at);
            assertThat(trend()).as("reading %d", reading).isEqualTo(Trend.UNKNOWN);
        }
    }

    @Test
    void aReadingThatSomebodyAskedForBetweenRareOnesChangesLittle() {
        readingNanos = 10_000_000_000L;
        for (int minute = 0; minute < 10; minute++) {
            after(1, at -> 100 + at);
            second += 5;
        }
        second -= 5;
        assertThat(trend().growthPerMinute()).isCloseTo(6, within(0.1));
        after(1, at -> 100 + at);
        assertThat(trend().growthPerMinute()).isCloseTo(6, within(0.1));
        second += 4;
        after(1, at -> 100 + at);
        assertThat(trend().growthPerMinute()).isCloseTo(6, within(0.1));
    }

    @Test
    void readingsSoOftenThatAFullHistoryIsShortAreToldByWhatItHolds() {
        readingNanos = 10_000_000;
        after(599, at -> 100 + 10L * at);
        assertThat(trend()).isEqualTo(Trend.UNKNOWN);
        after(1, at -> 100 + 10L * at);
        assertThat(trend().growthPerMinute()).isCloseTo(60_000, within(10.0));
    }

    @Test
    void readingsOfOneMomentBetweenTheEndsAreNoReasonToDoubtTheSlope() {
        Slope slope = Slope.of(new double[] {0, 30, 30, 60}, new double[] {0, 40, 20, 60}, 4, 20);
        assertThat(slope.net()).isEqualTo(slope.median());
        assertThat(slope.isGrowth()).isTrue();
    }

    @Test
    void constantCountDoesNotGrow() {
        after(300, at -> 500);
        assertThat(trend()).isEqualTo(new Trend(0, -1));
    }

    @ParameterizedTest
    @CsvSource({"1", "10", "100"})
    void linearLeakIsForecastWithinATenth(int perSecond) {
        after(90, at -> 100 + (long) perSecond * at);
        double left = (SOFT - last.openCount()) / (double) perSecond;
        assertThat(trend().growthPerMinute()).isCloseTo(60 * perSecond, within(0.1 * perSecond));
        assertThat(trend().secondsToExhaustion()).isCloseTo(left, within(left / 10));
    }

    @Test
    void leakUnderNoiseAndOutliersIsForecastWithinATenth() {
        Random random = new Random(7);
        after(120, at -> 1000 + 10L * at + random.nextInt(30) + (random.nextInt(8) == 0 ? 3000 : 0));
        double left = (SOFT - (1000 + 10 * 120)) / 10.0;
        assertThat(trend().growthPerMinute()).isCloseTo(600, within(60.0));
        assertThat(trend().secondsToExhaustion()).isCloseTo(left, within(left / 4));
    }

    @Test
    void noiseAloneIsNoGrowth() {
        Random random = new Random(11);
        for (int minute = 0; minute < 30; minute++) {
            after(60, at -> 1000 + random.nextInt(50));
            assertThat(trend().secondsToExhaustion()).as("minute %d", minute).isEqualTo(-1);
        }
    }

    @Test
    void poolThatFillsAndIsPrunedDoesNotGrow() {
        after(60, at -> 1000 + 5L * (at % 20));
        for (int turn = 0; turn < 40; turn++) {
            after(7, at -> 1000 + 5L * (at % 20));
            assertThat(trend().secondsToExhaustion())
                    .as("after %d turns", turn + 1)
                    .isEqualTo(-1);
        }
    }

    @Test
    void slowLeakIsSeenByTheHour() {
        after(3600, at -> 1000 + at / 60);
        assertThat(trend().growthPerMinute()).isCloseTo(1, within(0.1));
        double left = (SOFT - last.openCount()) * 60.0;
        assertThat(trend().secondsToExhaustion()).isCloseTo(left, within(left / 10));
    }

    @Test
    void suddenLeakIsNoticedWithinAboutThirtyReadings() {
        after(600, at -> 1000);
        int noticed = 0;
        while (trend().secondsToExhaustion() < 0 && noticed < 100) {
            noticed++;
            after(1, at -> last.openCount() + 50);
        }
        assertThat(noticed).isBetween(5, 33);
    }

    @Test
    void growthThatIsOverIsNotForecastForLong() {
        after(120, at -> 1000 + 50L * at);
        assertThat(trend().secondsToExhaustion()).isPositive();
        after(40, at -> last.openCount());
        assertThat(trend().secondsToExhaustion()).isEqualTo(-1);
    }

    @Test
    void aLeakThatWasUndoneIsForecastNoMore() {
        after(60, second -> second < 57 ? 100 + 60L * second : 120);

        assertThat(trend().secondsToExhaustion()).isEqualTo(-1);
        assertThat(trend().growthPerMinute()).isNegative();
    }

    @Test
    void fallingCountHasNegativeGrowthAndNoForecast() {
        after(120, at -> 10_000 - 10L * at);
        assertThat(trend().growthPerMinute()).isCloseTo(-600, within(1.0));
        assertThat(trend().secondsToExhaustion()).isEqualTo(-1);
    }

    @Test
    void countAtTheLimitIsExhausted() {
        after(30, at -> SOFT);
        assertThat(trend().secondsToExhaustion()).isZero();
    }

    @Test
    void unknownReadingsAreLeftOut() {
        after(120, at -> at % 3 == 0 ? -1 : 100 + 10L * at);
        assertThat(trend().growthPerMinute()).isCloseTo(600, within(1.0));
        after(120, at -> -1);
        assertThat(trend().secondsToExhaustion()).isEqualTo(-1);
    }

    private Trend trend() {
        return Trend.of(last, timeline);
    }

    private void after(int readings, IntToLongFunction openCount) {
        for (int i = 0; i < readings; i++, second++) {
            last = new Reading(
                    second * readingNanos / 1_000_000,
                    second * readingNanos,
                    openCount.applyAsLong(second),
                    new Limits(SOFT, SOFT),
                    SystemFiles.UNKNOWN,
                    SocketFigures.UNKNOWN);
            timeline.add(new Sample(last, Scan.NONE, Trend.UNKNOWN, 0, "fake"));
        }
    }
}
