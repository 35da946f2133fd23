package io.fdscope.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertMonitorTest {
    private final List<String> told = new ArrayList<>();
    private long softLimit = 1000;
    private double growthPerMinute;

    @Test
    void eachChangeOfLevelIsToldOnce() {
        AlertMonitor monitor = monitor("80%", "95%");
        see(monitor, 799, 800, 850, 949, 950, 1000, 999);
        assertThat(told).containsExactly("normal to warn at 800", "warn to critical at 950");
    }

    @Test
    void levelIsLeftOnlyWhenTheCountHasGoneBackByATenth() {
        AlertMonitor monitor = monitor("80%", "95%");
        see(monitor, 960, 949, 856, 855, 854, 721, 719, 799);
        assertThat(told)
                .containsExactly("normal to critical at 960", "critical to warn at 854", "warn to recovered at 719");
        assertThat(monitor.level()).isEqualTo(AlertLevel.NORMAL);
    }

    @Test
    void criticalThatEndsBelowEverythingIsRecoveredAtOnce() {
        see(monitor("80%", "95%"), 960, 10);
        assertThat(told).containsExactly("normal to critical at 960", "critical to recovered at 10");
    }

    @Test
    void anyOfSeveralConditionsSufficesAndAllMustBeOver() {
        AlertMonitor monitor = monitor("500|+200/min", "95%");
        growthPerMinute = 250;
        see(monitor, 100);
        growthPerMinute = 190;
        see(monitor, 500);
        growthPerMinute = 0;
        see(monitor, 460, 449);
        assertThat(told).containsExactly("normal to warn at 100", "warn to recovered at 449");
    }

    @Test
    void theEndOfACriticalGrowthLeavesNoWarningBehindThatNeverHeld() {
        AlertMonitor monitor = monitor("80%", "95%|+200/min");
        growthPerMinute = 250;
        see(monitor, 750);
        growthPerMinute = 0;
        see(monitor, 750);
        assertThat(told).containsExactly("normal to critical at 750", "critical to recovered at 750");
    }

    @Test
    void aLimitThatIsUnknownForAMomentEndsNoAlert() {
        AlertMonitor monitor = monitor("80%", "95%");
        see(monitor, 960);
        softLimit = -1;
        see(monitor, 960);
        softLimit = 1000;
        see(monitor, 960);
        assertThat(told).containsExactly("normal to critical at 960");
    }

    @Test
    void aGrowthThatIsUnknownForAMomentEndsNoAlertOfItsOwnAndKeepsNoneOfAnother() {
        AlertMonitor monitor = monitor("80%|+200/min", "95%");
        see(monitor, 850);
        growthPerMinute = Double.NaN;
        see(monitor, 700);
        growthPerMinute = 250;
        see(monitor, 100);
        growthPerMinute = Double.NaN;
        see(monitor, 100);
        assertThat(told).containsExactly("normal to warn at 850", "warn to recovered at 700", "normal to warn at 100");
    }

    @Test
    void unknownCountChangesNothing() {
        AlertMonitor monitor = monitor("80%", "95%");
        see(monitor, -1, 850, -1, -1, 850);
        assertThat(told).containsExactly("normal to warn at 850");
        assertThat(monitor.level()).isEqualTo(AlertLevel.WARN);
    }

    @Test
    void shareOfAnUnknownOrUnlimitedLimitNeverHoldsAndNumbersStillDo() {
        AlertMonitor monitor = monitor("80%|5000", "95%");
        softLimit = Limits.UNLIMITED;
        see(monitor, 4999);
        softLimit = -1;
        see(monitor, 4999);
        assertThat(told).isEmpty();
        see(monitor, 5000);
        assertThat(told).containsExactly("normal to warn at 5000");
    }

    @Test
    void unknownGrowthIsNoAlert() {
        growthPerMinute = Double.NaN;
        see(monitor("+1/min", "+2/min"), 100, 200);
        assertThat(told).isEmpty();
    }

    @Test
    void changedThresholdsCountFromTheNextSample() {
        AlertMonitor monitor = monitor("80%", "95%");
        see(monitor, 500);
        monitor.setThresholds(Thresholds.parse("40%"), Thresholds.parse("95%"));
        assertThat(told).isEmpty();
        see(monitor, 500);
        assertThat(told).containsExactly("normal to warn at 500");
    }

    @Test
    void listenerThatThrowsKeepsNobodyFromBeingToldAndIsNotHushedUp() {
        AlertMonitor monitor = new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%"));
        monitor.listen(alert -> {
            throw new IllegalStateException("listener");
        });
        monitor.listen(alert -> told.add(alert.level().label()));
        assertThatThrownBy(() -> see(monitor, 850))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("listener");
        see(monitor, 850);
        assertThat(told).containsExactly("warn");
    }

    private AlertMonitor monitor(String warn, String critical) {
        AlertMonitor monitor = new AlertMonitor(Thresholds.parse(warn), Thresholds.parse(critical));
        monitor.listen(alert -> told.add((alert.previous() == AlertLevel.NORMAL
                        ? "normal"
                        : alert.previous().label()) + " to " + alert.level().label() + " at "
                + alert.sample().reading().openCount()));
        return monitor;
    }

    private void see(AlertMonitor monitor, long... openCounts) {
        for (long open : openCounts) {
            Reading reading = new Reading(
                    1, 1, open, new Limits(softLimit, softLimit), SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
            monitor.accept(new Sample(reading, Scan.NONE, new Trend(growthPerMinute, -1), 0, "fake"));
        }
    }
}
