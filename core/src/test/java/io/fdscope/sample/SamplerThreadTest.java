package io.fdscope.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.fault.Faults;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.FakeProbe;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerThreadTest {
    @TempDir
    Path noProc;

    private final Faults faults = new Faults();
    private final AtomicInteger samples = new AtomicInteger();
    private final AtomicReference<Thread> sampling = new AtomicReference<>();

    @Test
    void namedDaemonSamplesAtOnceAndAgain() {
        try (SamplerThread thread = new SamplerThread(sampler(Duration.ofMillis(10)), message -> "")) {
            thread.start();
            Await.until("five samples", () -> samples.get() >= 5);
            assertThat(sampling.get().getName()).isEqualTo("fdscope-sampler");
            assertThat(sampling.get().isDaemon()).isTrue();
        }
    }

    @Test
    void closeStopsTheThreadInTheMiddleOfALongPause() {
        SamplerThread thread = new SamplerThread(sampler(Duration.ofDays(1)), message -> "");
        thread.start();
        Await.until("the first sample", () -> samples.get() == 1);
        thread.close();
        assertThat(sampling.get().isAlive()).isFalse();
        assertThat(samples).hasValue(1);
    }

    @Test
    void closeFromASinkDoesNotWaitForItself() {
        SamplerThread[] thread = new SamplerThread[1];
        Sampler sampler = sampler(Duration.ofDays(1));
        sampler.addSink(sample -> thread[0].close());
        thread[0] = new SamplerThread(sampler, message -> "");
        thread[0].start();
        Await.until(
                "the end of the thread",
                () -> samples.get() == 1 && !sampling.get().isAlive());
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void wakeMakesChangedPeriodsCountNow() {
        Sampler sampler = sampler(Duration.ofDays(1));
        try (SamplerThread thread = new SamplerThread(sampler, message -> "")) {
            thread.start();
            Await.until("the first sample", () -> samples.get() == 1);
            sampler.setPeriods(sampler.periods().withCount(Duration.ofMillis(10)));
            thread.wake();
            Await.until("more samples", () -> samples.get() > 3);
        }
    }

    @Test
    void sinksAreLetWorkBetweenSamplesThatAreFarApart() {
        AtomicInteger between = new AtomicInteger();
        Sampler sampler = sampler(Duration.ofDays(1));
        sampler.addSink(new SampleSink() {
            @Override
            public void accept(Sample sample) {}

            @Override
            public void betweenSamples() {
                between.incrementAndGet();
                throw new IllegalStateException("a sink's own");
            }
        });
        try (SamplerThread thread = new SamplerThread(sampler, message -> "")) {
            thread.start();
            Await.until("work between samples", () -> between.get() >= 2);
        }
        assertThat(samples).hasValue(1);
        assertThat(faults.byKind().get("sink: java.lang.IllegalStateException")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void interruptedThreadGoesOn() {
        try (SamplerThread thread = new SamplerThread(sampler(Duration.ofMillis(20)), message -> "")) {
            thread.start();
            Await.until("the first sample", () -> samples.get() >= 1);
            for (int turn = 0; turn < 20; turn++) {
                sampling.get().interrupt();
            }
            int before = samples.get();
            Await.until("samples after it", () -> samples.get() > before + 3);
        }
        assertThat(faults.byKind()).isEmpty();
    }

    @Test
    void whatFailsOutsideOfASampleIsCountedAndSamplingGoesOn() {
        Sampler sampler = sampler(Duration.ofMillis(10));
        SamplerPeriods periods = sampler.periods();
        try (SamplerThread thread = new SamplerThread(sampler, message -> "")) {
            sampler.setPeriods(null); // For want of a way to leave the thread without memory.
            thread.start();
            Await.until("a fault", () -> faults.count() > 0);
            sampler.setPeriods(periods);
            Await.until("samples after it", () -> samples.get() > 3);
        }
        assertThat(faults.byKind()).containsOnlyKeys("sampling: java.lang.NullPointerException");
        assertThat(faults.count()).isLessThan(10); // It has not spun.
    }

    @Test
    void threadThatWasNeverStartedCloses() {
        new SamplerThread(sampler(Duration.ofSeconds(1)), message -> "").close();
        assertThat(samples).hasValue(0);
    }

    @Test
    void latestIsReadableWhileAScanHangs() {
        AtomicInteger released = new AtomicInteger();
        FakeProbe hanging = new FakeProbe().works(() -> Await.until("release", () -> released.get() > 0));
        Sampler sampler = new Sampler(figures(), hanging, SamplerPeriods.DEFAULT, faults);
        try (SamplerThread thread = new SamplerThread(sampler, message -> "")) {
            thread.start();
            Await.until("the scan", () -> hanging.scans() == 1);
            assertThat(List.of(sampler.latest(), sampler.periods())).containsExactly(Sample.NONE, sampler.periods());
            released.incrementAndGet();
        }
    }

    private Sampler sampler(Duration count) {
        Sampler sampler = new Sampler(figures(), new FakeProbe(), SamplerPeriods.DEFAULT.withCount(count), faults);
        sampler.addSink(sample -> {
            sampling.set(Thread.currentThread());
            samples.incrementAndGet();
        });
        return sampler;
    }

    private ProcessFigures figures() {
        return new ProcessFigures(noProc, () -> 17, new OwnFiles(), faults);
    }
}
