package io.fdscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import io.fdscope.sample.Trend;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveSamplesTest {
    private Sample latest = Sample.NONE;
    private long now = TimeUnit.HOURS.toNanos(1);
    private final LiveSamples samples = new LiveSamples(() -> latest, () -> now);

    @Test
    void aSampleIsGivenAgainAndAgainUntilItIsAMinuteOld() {
        latest = taken();
        assertThat(samples.next()).contains(latest);
        afterSeconds(60);
        assertThat(samples.next()).contains(latest);
        afterSeconds(1);
        assertThat(samples.next()).as("the sampler hangs").isEmpty();
        assertThat(samples.next()).isEmpty();
    }

    @Test
    void aSamplerThatGoesOnIsHeardAgain() {
        latest = taken();
        samples.next();
        afterSeconds(300);
        assertThat(samples.next()).isEmpty();
        latest = taken();
        assertThat(samples.next()).contains(latest);
    }

    @Test
    void readingsThatAreSeldomAreGivenOnceEach() {
        latest = taken();
        afterSeconds(300);
        assertThat(samples.next()).contains(latest);
        assertThat(samples.next()).isEmpty();
        latest = taken();
        afterSeconds(300);
        assertThat(samples.next()).contains(latest);
    }

    @Test
    void beforeTheFirstThereIsNone() {
        assertThat(samples.next()).isEmpty();
    }

    private Sample taken() {
        Limits limits = new Limits(1000, 1000);
        Reading reading =
                new Reading(Samples.NOW, now, 100, limits, Sample.NONE.reading().systemFiles(), Samples.SOCKETS);
        return Samples.of(reading, Scan.NONE, Trend.UNKNOWN);
    }

    private void afterSeconds(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
