package io.fdscope.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.threshold.Thresholds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeakThresholdsTest {
    private static final Thresholds CRITICAL = Thresholds.parse("95%");

    @Test
    void rangesAreKept() {
        assertThat(new LeakThresholds(Duration.ofMillis(100), 1, CRITICAL).suspectCount())
                .isEqualTo(1);
        assertThatThrownBy(() -> new LeakThresholds(Duration.ofMillis(99), 1, CRITICAL))
                .hasMessage("suspectAge is 100 ms to 1 day: PT0.099S");
        assertThatThrownBy(() -> new LeakThresholds(Duration.ofDays(2), 1, CRITICAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LeakThresholds(Duration.ofSeconds(1), 0, CRITICAL))
                .hasMessage("suspectCount is 1 or more: 0");
    }
}
