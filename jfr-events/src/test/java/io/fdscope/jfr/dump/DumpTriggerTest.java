package io.fdscope.jfr.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.AlertLevel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DumpTriggerTest {
    private static final double FAR = -1;

    private AlertLevel level = AlertLevel.NORMAL;
    private int started;
    private boolean free = true;
    private final DumpTrigger trigger = new DumpTrigger(() -> level, () -> Duration.ofMinutes(10), this::start);

    private boolean start() {
        started += free ? 1 : 0;
        return free;
    }

    private int afterSample(long second, AlertLevel now, double secondsToExhaustion) {
        level = now;
        Reading reading = at(second);
        trigger.accept(new Sample(reading, Scan.NONE, new Trend(0, secondsToExhaustion), 0, "none"));
        return started;
    }

    @Test
    void criticalIsAnOccasionWhenItIsCrossedAndNotWhileItLasts() {
        assertThat(afterSample(0, AlertLevel.WARN, FAR)).isZero();
        assertThat(afterSample(1, AlertLevel.CRITICAL, FAR)).isEqualTo(1);
        assertThat(afterSample(2, AlertLevel.CRITICAL, FAR)).isEqualTo(1);
        assertThat(afterSample(5000, AlertLevel.CRITICAL, FAR)).isEqualTo(1);
        assertThat(afterSample(5001, AlertLevel.NORMAL, FAR)).isEqualTo(1);
        assertThat(afterSample(5002, AlertLevel.CRITICAL, FAR)).isEqualTo(2);
    }

    @Test
    void exhaustionWithinAMinuteIsAnOccasionToo() {
        assertThat(afterSample(0, AlertLevel.NORMAL, 61)).isZero();
        assertThat(afterSample(1, AlertLevel.NORMAL, 60)).isEqualTo(1);
        assertThat(afterSample(2, AlertLevel.NORMAL, 10)).isEqualTo(1);
    }

    @Test
    void noTwoComeWithinTheGivenTimeAndTheSecondIsMadeUpForWhileItLasts() {
        afterSample(0, AlertLevel.CRITICAL, FAR);
        afterSample(1, AlertLevel.NORMAL, FAR);
        assertThat(afterSample(599, AlertLevel.CRITICAL, FAR)).isEqualTo(1);
        assertThat(afterSample(600, AlertLevel.CRITICAL, FAR)).isEqualTo(2);
    }

    @Test
    void oneThatFailedIsTriedAgainAfterAMinuteWhileItLasts() {
        afterSample(0, AlertLevel.CRITICAL, FAR);
        trigger.failed();
        assertThat(afterSample(59, AlertLevel.CRITICAL, FAR)).isEqualTo(1);
        assertThat(afterSample(60, AlertLevel.CRITICAL, FAR)).isEqualTo(2);
        assertThat(afterSample(121, AlertLevel.CRITICAL, FAR)).isEqualTo(2);
    }

    @Test
    void oneThatFailedIsNotTriedAgainWhenItIsOver() {
        afterSample(0, AlertLevel.CRITICAL, FAR);
        trigger.failed();
        afterSample(1, AlertLevel.NORMAL, FAR);
        assertThat(afterSample(61, AlertLevel.NORMAL, FAR)).isEqualTo(1);
    }

    @Test
    void whileOneIsWrittenTheNextWaits() {
        free = false;
        assertThat(afterSample(0, AlertLevel.CRITICAL, FAR)).isZero();
        free = true;
        assertThat(afterSample(1, AlertLevel.CRITICAL, FAR)).isEqualTo(1);
    }

    private static Reading at(long second) {
        return new Reading(0, second * 1_000_000_000L, 0, Limits.UNKNOWN, SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
    }
}
