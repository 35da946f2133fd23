package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SiteHistoryTest {
    private final SiteHistory history = new SiteHistory();

    @Test
    void shortHistoryIsKeptAsItIs() {
        add(SiteHistory.MOST_POINTS);
        assertThat(history.points())
                .extracting(SitePoint::millis)
                .startsWith(0L, 1_000L, 2_000L)
                .hasSize(SiteHistory.MOST_POINTS);
    }

    @Test
    void longHistoryReachesBackToItsStartAndIsDenseAtItsEnd() {
        add(100_000);
        List<SitePoint> points = history.points();
        assertThat(points).hasSize(SiteHistory.MOST_POINTS);
        assertThat(points.get(0).millis()).isZero();
        for (long window = 16_000; window < 99_000_000; window *= 4) {
            long since = 99_999_000 - window;
            assertThat(points).filteredOn(point -> point.millis() >= since).hasSizeGreaterThan(9);
        }
    }

    private void add(int seconds) {
        for (int second = 0; second < seconds; second++) {
            history.add(new SitePoint(second * 1000L, second, 0, second, 0));
        }
    }
}
