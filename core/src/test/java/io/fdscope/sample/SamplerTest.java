package io.fdscope.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.fault.Faults;
import io.fdscope.fixture.FakeProbe;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.procfs.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplerTest {
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(10);

    @TempDir
    Path noProc;

    private final Faults faults = new Faults();
    private final FakeProbe probe = new FakeProbe().findsFiles(7);
    private final SamplerPeriods periods = new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.01);
    private long nanoTime = 5_000_000_000L;
    private long threadNanos = Reading.UNKNOWN;

    @Test
    void nothingIsKnownBeforeTheFirstSample() {
        Sample none = sampler().latest();
        assertThat(none.reading().openCount()).isEqualTo(Reading.UNKNOWN);
        assertThat(none.scan().unidentified()).isEqualTo(Reading.UNKNOWN);
        assertThat(none.scan().number()).isZero();
    }

    @Test
    void firstTickScansAndTheNextScanWaitsForItsPeriod() {
        Sampler sampler = sampler();
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 9)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(2);
        assertThat(sampler.latest().scan().number()).isEqualTo(2);
        assertThat(sampler.latest().scan().count(DescriptorGroup.FILE)).isEqualTo(7);
    }

    @Test
    void aScanAsOftenAsAReadingIsNotMissedByAHair() {
        Sampler sampler = sampler();
        sampler.setPeriods(new SamplerPeriods(Duration.ofSeconds(1), Duration.ofSeconds(1), 1));
        for (int i = 1; i <= 5; i++) {
            sampler.tick();
            assertThat(sampler.latest().scan().number()).isEqualTo(i);
            nanoTime += TimeUnit.MILLISECONDS.toNanos(i % 2 == 0 ? 1001 : 999);
        }
    }

    @Test
    void costlyScansAreSpacedSoThatTheyKeepTheBudget() {
        Sampler sampler = sampler();
        probe.works(() -> nanoTime += TimeUnit.MILLISECONDS.toNanos(300));
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 29)).as("300 ms at 1% take 30 s").isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(2);
        assertThat(sampler.latest().scanShare()).isEqualTo(0.01);
    }

    @Test
    void whatTheSinksMakeOfAScanIsPartOfItsBudget() {
        Sampler sampler = sampler();
        probe.works(() -> nanoTime += TimeUnit.MILLISECONDS.toNanos(100));
        sampler.addSink(sample -> nanoTime += TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 29)).as("300 ms at 1% take 30 s").isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(2);
        assertThat(sampler.latest().scanShare()).isEqualTo(0.01);
    }

    @Test
    void whatAScanWaitsForAProcessorIsNoPartOfItsBudget() {
        threadNanos = 0;
        Sampler sampler = sampler();
        probe.works(() -> {
            nanoTime += TimeUnit.SECONDS.toNanos(2);
            threadNanos += TimeUnit.MILLISECONDS.toNanos(190);
        });
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 19))
                .as("190 + 10 ms at 1% take 20 s")
                .isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(2);
        assertThat(sampler.latest().scan().durationNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void aScanCostsNoMoreThanWhatPassed() {
        threadNanos = 0;
        Sampler sampler = sampler();
        probe.works(() -> {
            nanoTime += TimeUnit.MILLISECONDS.toNanos(300);
            threadNanos += TimeUnit.MILLISECONDS.toNanos(300);
        });
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 29)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(2);
    }

    @Test
    void scanNowScansWhateverThePeriodsSay() {
        Sampler sampler = sampler();
        sampler.tick();
        assertThat(sampler.scanNow().scan().number()).isEqualTo(2);
        assertThat(sampler.scanNow().scan().number()).isEqualTo(3);
        assertThat(scansAfterSeconds(sampler, 9)).isEqualTo(3);
    }

    @Test
    void aScanThatSomebodyAskedForDelaysNoOtherHoweverLongItTook() {
        Sampler sampler = sampler();
        sampler.tick();
        probe.works(() -> nanoTime += TimeUnit.SECONDS.toNanos(60));
        sampler.scanNow();
        probe.works(() -> {});
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(3);
        assertThat(scansAfterSeconds(sampler, 9)).isEqualTo(3);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(4);
    }

    @Test
    void changedPeriodsCountFromTheNextTick() {
        Sampler sampler = sampler();
        sampler.tick();
        sampler.setPeriods(periods.withScan(Duration.ofSeconds(2)));
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(2);
        assertThat(sampler.periods().scan()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void throwingSinkIsCountedAndTheOthersAreServed() {
        Sampler sampler = sampler();
        List<Sample> before = new ArrayList<>();
        List<Sample> after = new ArrayList<>();
        sampler.addSink(before::add);
        sampler.addSink(sample -> {
            throw new StackOverflowError("a sink's own");
        });
        sampler.addSink(after::add);
        sampler.tick();
        sampler.tick();
        assertThat(before).hasSize(2).isEqualTo(after);
        assertThat(faults.byKind()).isEqualTo(Map.of("sink: java.lang.StackOverflowError", 2L));
    }

    @Test
    void sinkThatIsTakenAwayGetsNothingMore() {
        Sampler sampler = sampler();
        List<Sample> taken = new ArrayList<>();
        SampleSink sink = taken::add;
        sampler.addSink(sink);
        sampler.tick();
        sampler.removeSink(sink);
        sampler.tick();
        assertThat(taken).hasSize(1);
    }

    @Test
    void probeThatFailsMakesTheCountsUnknownAndIsTriedAgainInItsTime() {
        Sampler sampler = sampler();
        sampler.tick();
        probe.fails(new IOException("shut"));
        assertThat(scansAfterSeconds(sampler, 10)).isEqualTo(2);
        assertThat(sampler.latest().scan().count(DescriptorGroup.FILE)).isEqualTo(Reading.UNKNOWN);
        assertThat(scansAfterSeconds(sampler, 9)).isEqualTo(2);
        probe.fails(null);
        assertThat(scansAfterSeconds(sampler, 1)).isEqualTo(3);
        assertThat(sampler.latest().scan().count(DescriptorGroup.FILE)).isEqualTo(7);
        assertThat(faults.byKind()).isEqualTo(Map.of("sampling: java.io.IOException", 1L));
    }

    @Test
    void probeThatThrowsAnythingCostsNeitherReadingsNorSpacing() {
        Sampler sampler = sampler();
        List<Sample> samples = new ArrayList<>();
        sampler.addSink(samples::add);
        probe.works(() -> {
            throw new IllegalStateException("ours");
        });
        assertThat(scansAfterSeconds(sampler, 0)).isEqualTo(1);
        assertThat(scansAfterSeconds(sampler, 5)).isEqualTo(1);
        assertThat(samples).hasSize(2);
        assertThat(sampler.latest().scan().known()).isFalse();
        assertThat(sampler.latest().reading().openCount()).isEqualTo(17);
        assertThat(faults.byKind()).isEqualTo(Map.of("sampling: java.lang.IllegalStateException", 1L));
    }

    @Test
    void ageIsCountedFromTheScanThatSawTheDescriptorFirst() {
        Sampler sampler = sampler();
        long before = System.currentTimeMillis();
        long firstSeen = sampler.scanNow().scan().table().get(3).orElseThrow().firstSeenEpochMillis();
        assertThat(firstSeen).isBetween(before - 1000, System.currentTimeMillis());
        assertThat(sampler.scanNow().scan().table().get(3).orElseThrow().firstSeenEpochMillis())
                .isEqualTo(firstSeen);
    }

    private int scansAfterSeconds(Sampler sampler, int seconds) {
        nanoTime += TimeUnit.SECONDS.toNanos(seconds);
        long before = nanoTime;
        sampler.tick();
        nanoTime = before; // what the scan took is no part of the time that passes
        return probe.scans();
    }

    private Sampler sampler() {
        ProcessFigures figures = new ProcessFigures(noProc, () -> 17, new OwnFiles(), faults);
        return new Sampler(figures, probe, periods, faults, new Effort(() -> nanoTime, () -> threadNanos, LATE));
    }
}
