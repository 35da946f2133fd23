package io.fdscope.jmc.ui.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final long NOON = Instant.parse("2026-03-29T00:30:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void countsAreMarkedAtRoundNumbers() {
        assertThat(labels(new CountScale(21_600, 300, 0).ticks(40)))
                .containsExactly("0", "5,000", "10,000", "15,000", "20,000");
        assertThat(labels(new CountScale(7, 300, 0).ticks(100))).containsExactly("0", "5");
        assertThat(labels(new CountScale(1.08, 300, 0).ticks(20))).containsExactly("0", "1");
    }

    @Test
    void countsGrowUpwards() {
        CountScale scale = new CountScale(100, 310, 10);
        assertThat(scale.y(0)).isEqualTo(310);
        assertThat(scale.y(100)).isEqualTo(10);
        assertThat(scale.y(25)).isEqualTo(235);
        assertThatThrownBy(() -> new CountScale(0, 10, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAreMarkedAtRoundTimesOfTheZone() {
        TimeScale tenMinutes = new TimeScale(NOON + 7, NOON + 10 * MINUTE, 0, 600);
        assertThat(labels(tenMinutes.ticks(ZoneOffset.UTC, 100)))
                .containsExactly("00:32", "00:34", "00:36", "00:38", "00:40");
        TimeScale twoDays = new TimeScale(NOON, NOON + 2 * 24 * 60 * MINUTE, 0, 600);
        assertThat(labels(twoDays.ticks(ZoneOffset.ofHoursMinutes(5, 30), 100)))
                .containsExactly("12:00", "30 Mar", "12:00", "31 Mar");
    }

    @Test
    void midnightIsMarkedWithItsDateHoweverShortTheTime() {
        TimeScale scale = new TimeScale(NOON - 32 * MINUTE, NOON - 28 * MINUTE, 0, 600);
        assertThat(labels(scale.ticks(ZoneOffset.UTC, 100)))
                .containsExactly("23:58", "23:59", "29 Mar", "00:01", "00:02");
    }

    @Test
    void shortTimesAreMarkedToTheMillisecond() {
        TimeScale scale = new TimeScale(NOON, NOON + 500, 0, 600);
        assertThat(labels(scale.ticks(ZoneId.of("UTC"), 200)))
                .containsExactly("00:30:00.000", "00:30:00.200", "00:30:00.400");
    }

    @Test
    void pixelsAndMomentsAreEachOthersInverse() {
        TimeScale scale = new TimeScale(NOON, NOON + MINUTE, 50, 650);
        for (int x = 50; x <= 650; x++) {
            assertThat(scale.x(scale.millis(x))).isEqualTo(x);
        }
        assertThat(scale.millis(0)).isEqualTo(NOON);
        assertThat(scale.millis(9999)).isEqualTo(NOON + MINUTE);
    }

    @Test
    void aBoxBesideAPixelStaysWithin() {
        Box plot = new Box(50, 10, 450, 210);
        assertThat(plot.beside(100, 50, 10, 80, 60)).isEqualTo(new Box(110, 60, 190, 120));
        assertThat(plot.beside(440, 200, 10, 80, 60)).isEqualTo(new Box(350, 130, 430, 190));
        assertThat(plot.beside(60, 20, 10, 1000, 1000).left()).isEqualTo(50);
    }

    @Test
    void aHandThatOnlyClicksDrawsNoRange() {
        assertThat(new RangeDrag(100, 100).to(102).isRange()).isFalse();
        assertThat(new RangeDrag(100, 100).to(90).isRange()).isTrue();
    }
}
