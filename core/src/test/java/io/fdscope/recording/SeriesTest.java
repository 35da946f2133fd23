package io.fdscope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final int MANY = 100_000;

    private final Series series = new Series(List.of("open", "other"), 0);

    @Test
    void howeverManyPointsThereAreTheExtremesStay() {
        for (int i = 0; i < MANY; i++) {
            double open = i == 54_321 ? 9_999 : i == 77_777 ? 1 : 100 + i % 7;
            series.add(i * 1000L, open, i);
        }
        List<double[]> points = series.points();

        assertThat(points).hasSizeLessThanOrEqualTo(Series.MOST_POINTS).hasSizeGreaterThan(Series.MOST_POINTS / 4);
        assertThat(points).anyMatch(row -> row[0] == 54_321_000 && row[1] == 9_999 && row[2] == 54_321);
        assertThat(points).anyMatch(row -> row[0] == 77_777_000 && row[1] == 1);
        assertThat(points).isSortedAccordingTo((one, other) -> Double.compare(one[0], other[0]));
        assertThat(series.highest("open")).isEqualTo(9_999);
    }

    @Test
    void ofEveryFigureThePeakIsKnownAndTheLastPointStays() {
        for (int i = 0; i < MANY; i++) {
            series.add(i * 1000L, 100 + i % 7, i == 54_321 ? 9_999 : 3);
        }
        series.add(MANY * 1000L, 50, 4);
        for (int i = 0; i < 3; i++) {
            series.points();
        }

        assertThat(series.highest("other")).isEqualTo(9_999);
        assertThat(series.atEnd("open")).isEqualTo(50);
        assertThat(series.latest("other")).isEqualTo(4);
    }

    @Test
    void theWholeTimeIsThinnedOutAlike() {
        for (int i = 0; i < MANY; i++) {
            series.add(i * 1000L, i % 7, 0);
        }
        series.points();
        List<double[]> points = series.points();

        assertThat(points.get(0)[0]).isZero();
        assertThat(points.get(points.size() - 1)[0]).isEqualTo((MANY - 1) * 1000.0);
        for (int quarter = 0; quarter < 4; quarter++) {
            double from = quarter * MANY * 250.0;
            assertThat(points)
                    .filteredOn(row -> row[0] >= from && row[0] < from + MANY * 250.0)
                    .as("quarter %d", quarter)
                    .hasSizeBetween(points.size() / 5, points.size() / 3);
        }
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i)[0] - points.get(i - 1)[0]).isLessThan(4 * MANY * 1000.0 / points.size());
        }
    }

    @Test
    void aFigureThatIsUnknownNowAndThenHasItsExtremesToo() {
        for (int i = 0; i < MANY; i++) {
            series.add(i * 1000L, i % 3 == 0 ? Double.NaN : i == 50_000 ? 9_999 : i == 50_002 ? 1 : 100, 0);
        }
        assertThat(series.points()).anyMatch(row -> row[1] == 9_999);
        assertThat(series.points()).anyMatch(row -> row[1] == 1);
    }

    @Test
    void pointsThatComeInDisorderAreGivenByTime() {
        series.add(2000, 2, Double.NaN);
        series.add(1000, 1, Double.NaN);

        assertThat(series.points()).extracting(row -> row[1]).containsExactly(1.0, 2.0);
        assertThat(series.highest("other")).isNaN();
    }

    @Test
    void theLastThatIsKnownIsNotThatOfTheEnd() {
        series.add(2000, 3, Double.NaN);
        series.add(1000, 5, 7);

        assertThat(series.latest("open")).isEqualTo(3);
        assertThat(series.latest("other")).isEqualTo(7);
        assertThat(series.atEnd("other")).isNaN();
        assertThat(new Series(List.of("open"), 0).atEnd("open")).isNaN();
    }

    @Test
    void theFullestIsNearestToItsLimitAndNotTheHighest() {
        series.add(1000, 90, 100);
        series.add(2000, 95, 1000);
        series.add(3000, 99, Double.NaN);
        series.add(4000, Double.NaN, 100);
        series.add(5000, 90, 100);

        assertThat(series.fullest("open", "other")).contains(new Filling(1000, 90, 100));
        assertThat(series.latest("open", "other")).contains(new Filling(5000, 90, 100));
        assertThat(series.fullest("open", "other").orElseThrow().share()).isEqualTo(0.9);
    }

    @Test
    void withoutALimitTheHighestIsTheFullest() {
        series.add(1000, 90, Double.NaN);
        series.add(2000, 95, Double.NaN);

        assertThat(series.fullest("open", "other").orElseThrow().used()).isEqualTo(95);
        assertThat(series.fullest("open", "other").orElseThrow().share()).isNaN();
        assertThat(series.fullest("other", "open")).isEmpty();
    }

    @Test
    void bucketsGetWiderAndLoseNothing() {
        TimeBuckets buckets = new TimeBuckets();
        BucketCounts early = new BucketCounts(buckets);
        BucketCounts late = new BucketCounts(buckets);
        early.add(5_000_000, 3);
        late.add(5_000_500, 1);
        for (int second = 0; second < 10_000; second++) {
            late.add(5_000_000 + second * 1000L, 1);
        }
        assertThat(buckets.count()).isLessThanOrEqualTo(TimeBuckets.MOST);
        assertThat(buckets.widthMillis()).isEqualTo(64_000);
        assertThat(early.byIndex()).containsOnly(entry(0, 3L));
        assertThat(late.byIndex().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(10_001);
        assertThat(late.byIndex().lastKey()).isLessThan(buckets.count());
    }

    @Test
    void thoseClosedAreTheLatest() {
        BucketCounts open = new BucketCounts(new TimeBuckets());
        open.add(1000, 5);
        open.add(2000, 5);

        assertThat(open.removeLatest(7)).isZero();
        assertThat(open.byIndex()).isEqualTo(Map.of(0, 3L));
        assertThat(open.removeLatest(4)).isEqualTo(1);
        assertThat(open.total()).isZero();
    }
}
