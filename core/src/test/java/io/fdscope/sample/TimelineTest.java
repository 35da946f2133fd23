package io.fdscope.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Timeline timeline = new Timeline();

    @Test
    void emptyTimelineHasNoPoint() {
        assertThat(timeline.recent()).isEmpty();
        assertThat(timeline.minutes()).isEmpty();
    }

    @Test
    void oldestReadingsMakeRoomForTheNewest() {
        add(0, 1500);
        assertThat(timeline.recent()).hasSize(600);
        assertThat(timeline.recent().get(0)).isEqualTo(new TimelinePoint(900_000, 900, -1, -1));
        assertThat(timeline.recent().get(599).openCount()).isEqualTo(1499);
        assertThat(timeline.recent()).extracting(TimelinePoint::epochMillis).isSorted();
    }

    @Test
    void minutesHoldOneReadingEachAndADayOfThem() {
        add(0, 25 * 3600);
        assertThat(timeline.minutes()).hasSize(1440);
        assertThat(timeline.minutes().get(1439).openCount()
                        - timeline.minutes().get(1438).openCount())
                .isEqualTo(60);
        assertThat(timeline.minutes().get(0).epochMillis()).isEqualTo(3600_000);
    }

    @Test
    void countsBeyondIntAreHeldAtItsMost() {
        timeline.add(sample(0, 5_000_000_000L));
        assertThat(timeline.recent().get(0).openCount()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void windowTakesInThePointAtItsEdge() {
        TimelineRing ring = new TimelineRing(10, 0);
        ring.add(sample(0, 500));
        for (int point = 1; point < 5; point++) {
            ring.add(sample(10 * point, 100 + 10L * point));
        }
        long window = TimeUnit.SECONDS.toNanos(40);
        assertThat(ring.slope(window, 10).lowerQuartile()).isNegative();
        assertThat(ring.slope(window - 1, 10).lowerQuartile()).isEqualTo(1);
        assertThat(ring.slope(TimeUnit.SECONDS.toNanos(20), 10).median())
                .as("of points so rare the last four")
                .isEqualTo(1);
        for (int point = 5; point < 20; point++) {
            ring.add(sample(10 * point, 100));
        }
        assertThat(ring.slope(10 * window, 10).median())
                .as("those that are left are level")
                .isZero();
    }

    private void add(int fromSecond, int toSecond) {
        for (int second = fromSecond; second < toSecond; second++) {
            timeline.add(sample(second, second));
        }
    }

    private static Sample sample(int second, long open) {
        Reading reading = new Reading(
                second * 1000L,
                second * 1_000_000_000L,
                open,
                Limits.UNKNOWN,
                SystemFiles.UNKNOWN,
                SocketFigures.UNKNOWN);
        return new Sample(reading, Scan.NONE, Trend.UNKNOWN, 0, "fake");
    }
}
