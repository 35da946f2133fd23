package io.fdscope.jmc.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.event.EventNames;
import io.fdscope.fixture.FakeEvent;
import io.fdscope.jmc.items.TimeRange;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.recorded.WallClock;
import io.fdscope.jmc.ui.scale.Box;
import io.fdscope.recording.RecordingContent;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ChartStateTest {
    private static final long START = FakeEvent.START;
    private static final ChartWords WORDS = new ChartWords(WallClock.of(START, START + 29_000, ZoneOffset.UTC));
    private static final Box PLOT = new Box(0, 0, 600, 300);

    /** Ten points, a second apart, 100 more each, 10 seconds of which are missing in the middle. */
    private static Usage usage(int softLimit) {
        return usage(point -> softLimit);
    }

    private static Usage usage(IntUnaryOperator softLimit) {
        RecordingContent content = new RecordingContent();
        for (int i = 0; i < 10; i++) {
            content.accept(FakeEvent.of(
                    EventNames.FILE_DESCRIPTOR_USAGE,
                    START + 1000L * (i < 5 ? i : i + 20),
                    Map.of(
                            "openCount",
                            100 * (i + 1),
                            "softLimit",
                            softLimit.applyAsInt(i),
                            "timeToExhaustion",
                            60_000)));
        }
        return Usage.of(content.series().usage());
    }

    private static ChartState state() {
        Usage usage = usage(2000);
        return new ChartState(usage, new ChartScales(START, START + 29_000, START + 29_000, 2000));
    }

    @Test
    void figuresAreKnownPointByPoint() {
        Usage usage = usage(2000);
        assertThat(usage.size()).isEqualTo(10);
        assertThat(usage.value(UsageLine.OPEN, 3)).isEqualTo(400);
        assertThat(usage.headroom(9)).isEqualTo(1000);
        assertThat(usage.value(UsageLine.UNIDENTIFIED, 3)).isNaN();
        assertThat(usage.highest(UsageLine.UNIDENTIFIED)).isNaN();
        assertThat(usage.isAfterGap(5)).isTrue();
        assertThat(usage.isAfterGap(6)).isFalse();
    }

    @Test
    void theNearestPointIsFound() {
        Usage usage = usage(2000);
        assertThat(usage.nearest(START - 5)).isZero();
        assertThat(usage.nearest(START + 1400)).isEqualTo(1);
        assertThat(usage.nearest(START + 1600)).isEqualTo(2);
        assertThat(usage.nearest(START + 999_000)).isEqualTo(9);
        assertThat(Usage.NONE.nearest(START)).isEqualTo(-1);
    }

    @Test
    void theForecastGoesStraightToTheLimit() {
        assertThat(usage(2000).forecast()).hasValueSatisfying(forecast -> {
            assertThat(forecast.fromCount()).isEqualTo(1000);
            assertThat(forecast.countAt(forecast.fromMillis() + 30_000)).isEqualTo(1500);
            assertThat(forecast.fullMillis()).isEqualTo(forecast.fromMillis() + 60_000);
        });
        assertThat(usage(1000).forecast()).isEmpty();
    }

    @Test
    void aFarLimitDoesNotPressTheLineFlat() {
        ChartScales far = ChartScales.of(usage(1_048_576), START, START + 1000);
        assertThat(far.mostCount()).isEqualTo(1250);
        assertThat(far.shows(1_048_576)).isFalse();
        ChartScales near = ChartScales.of(usage(2000), START, START + 1000);
        assertThat(near.mostCount()).isEqualTo(2160);
        assertThat(near.shows(2000)).isTrue();
        assertThat(ChartScales.of(Usage.NONE, START, START).shows(Double.NaN)).isFalse();
    }

    @Test
    void ofALimitThatWasChangedTheNearOneIsSeen() {
        assertThat(ChartScales.of(usage(point -> point < 5 ? 2000 : 1_048_576), START, START + 1000)
                        .mostCount())
                .isEqualTo(2160);
        assertThat(ChartScales.of(usage(point -> point < 5 ? 1_048_576 : 2000), START, START + 1000)
                        .mostCount())
                .isEqualTo(2160);
        assertThat(ChartScales.of(usage(point -> point < 5 ? 500 : 1_048_576), START, START + 1000)
                        .mostCount())
                .isEqualTo(1080);
    }

    @Test
    void whereALimitWasChangedLastIsKnown() {
        assertThat(usage(point -> point < 5 ? 2000 : 3000).steadyFrom(UsageLine.SOFT_LIMIT))
                .isEqualTo(5);
        assertThat(usage(2000).steadyFrom(UsageLine.SOFT_LIMIT)).isZero();
        assertThat(Usage.NONE.steadyFrom(UsageLine.SOFT_LIMIT)).isEqualTo(-1);
    }

    @Test
    void noRangeIsDrawnWhereNothingIs() {
        ChartState state = new ChartState(Usage.NONE, ChartScales.of(Usage.NONE, START, START + 1000));
        state.press(100);
        state.pointAt(400, PLOT);
        assertThat(state.range(PLOT)).isEmpty();
        assertThat(state.release(PLOT)).isFalse();
        assertThat(state.range()).isEmpty();
    }

    @Test
    void theChartGoesOnForTheForecastButNotForLong() {
        long length = 29_000;
        assertThat(ChartScales.of(usage(2000), START, START + length).endMillis())
                .isEqualTo(START + length + length * 7 / 10);
    }

    @Test
    void aRangeIsDrawnOutInEitherDirection() {
        ChartState state = state();
        state.press(400);
        state.pointAt(200, PLOT);
        assertThat(state.range(PLOT)).isPresent();
        assertThat(state.range()).isEmpty();
        assertThat(state.release(PLOT)).isTrue();
        assertThat(state.range()).contains(TimeRange.ofMillis(START + 9667, START + 19_333));
    }

    @Test
    void aClickChoosesNothing() {
        ChartState state = state();
        state.press(400);
        state.pointAt(401, PLOT);
        assertThat(state.release(PLOT)).isFalse();
        assertThat(state.range()).isEmpty();
    }

    @Test
    void keysGoFromPointToPointAndChooseARangeFromWhereTheyBegan() {
        ChartState state = state();
        assertThat(state.step(-1, false)).isFalse();
        assertThat(state.point()).hasValue(8);
        state.step(Integer.MIN_VALUE, false);
        assertThat(state.point()).hasValue(0);
        assertThat(state.step(2, true)).isTrue();
        state.choose(state.range());
        state.step(1, true);
        assertThat(state.range()).contains(TimeRange.ofMillis(START, START + 3000));
        state.step(-3, true);
        assertThat(state.range()).isEmpty();
        state.step(Integer.MAX_VALUE, false);
        assertThat(state.point()).hasValue(9);
    }

    @Test
    void aPointIsToldInWords() {
        assertThat(WORDS.at(usage(2000), 3))
                .containsExactly("22:13:23", "Open: 400 (20 % of the limit)", "Soft limit: 2,000", "Headroom: 1,600");
        assertThat(WORDS.summary(usage(2000), usage(2000).forecast()))
                .isEqualTo(
                        "From 100 at 22:13:20 to 1,000 at 22:13:49, at most 1,000 open descriptors. Soft limit: 2,000."
                                + " Headroom: 1,000. At this pace full in 60 s, at 22:14:49.");
        assertThat(WORDS.summary(Usage.NONE, Usage.NONE.forecast()))
                .isEqualTo("No event File Descriptor Usage is in this recording.");
    }
}
