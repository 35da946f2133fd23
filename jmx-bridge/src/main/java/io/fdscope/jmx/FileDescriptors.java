package io.fdscope.jmx;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorFilter;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.leak.Verdict;
import io.fdscope.origin.Creation;
import io.fdscope.origin.TracingControl;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.sample.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the MXBean's getters from the latest sample and the latest verdict. */
final class FileDescriptors extends Counts implements FileDescriptorsMXBean {
    private final BeanSources sources;

    FileDescriptors(BeanSources sources) {
        this.sources = sources;
    }

    @Override
    Reading reading() {
        return latest().reading();
    }

    @Override
    Scan scan() {
        return latest().scan();
    }

    @Override
    TracingFacts tracing() {
        return verdict().tracing();
    }

    private Sample latest() {
        return sources.latest().get();
    }

    private Sampler sampler() {
        return sources.sampler();
    }

    private TracingControl tracingControl() {
        return sources.leaks().tracing();
    }

    private Verdict verdict() {
        return sources.leaks().verdicts().latest();
    }

    private ScanSnapshot snapshot(Sample sample) {
        return new ScanSnapshot(sample.scan(), tracing());
    }

    @Override
    public double getGrowthPerMinute() {
        return latest().trend().growthPerMinute();
    }

    @Override
    public double getSecondsToExhaustion() {
        return latest().trend().secondsToExhaustion();
    }

    @Override
    public long getReadingAgeMillis() {
        return (long) reading().ageMillis(System.nanoTime());
    }

    @Override
    public long getReadingEpochMillis() {
        return reading().equals(Reading.NONE) ? Reading.UNKNOWN : reading().epochMillis();
    }

    @Override
    public double getLastScanMillis() {
        return snapshot(latest()).durationMillis();
    }

    @Override
    public double getScanShare() {
        return latest().scanShare();
    }

    @Override
    public long getLastScanEpochMillis() {
        return snapshot(latest()).getEpochMillis();
    }

    @Override
    public long getScanCount() {
        return scan().number();
    }

    @Override
    public String getProbe() {
        return latest().probe();
    }

    @Override
    public int getActiveHooks() {
        return tracingControl().activeHooks();
    }

    @Override
    public String[] getMissingHooks() {
        return tracingControl().missingHooks().toArray(String[]::new);
    }

    @Override
    public long getFaultCount() {
        return sources.faults().count();
    }

    @Override
    public Map<String, Long> getFaults() {
        return sources.faults().byKind();
    }

    @Override
    public long getLeakSuspectCount() {
        Verdict last = verdict();
        return last.equals(Verdict.NONE) ? Reading.UNKNOWN : last.standing().size();
    }

    @Override
    public long getDroppedWithoutCloseCount() {
        return tracing().droppedWithoutClose();
    }

    @Override
    public long getCountPeriodMillis() {
        return sampler().periods().count().toMillis();
    }

    @Override
    public synchronized void setCountPeriodMillis(long millis) {
        change(sampler().periods().withCount(Duration.ofMillis(millis)));
    }

    @Override
    public long getScanPeriodMillis() {
        return sampler().periods().scan().toMillis();
    }

    @Override
    public synchronized void setScanPeriodMillis(long millis) {
        change(sampler().periods().withScan(Duration.ofMillis(millis)));
    }

    private void change(SamplerPeriods periods) {
        sampler().setPeriods(periods);
        sources.wakeSampler().run();
    }

    @Override
    public boolean isTraceEnabled() {
        return tracingControl().isEnabled();
    }

    @Override
    public void setTraceEnabled(boolean enabled) {
        if (enabled) {
            tracingControl().enable();
        } else {
            tracingControl().disable();
        }
    }

    @Override
    public Snapshot getSnapshot() {
        return snapshot(latest());
    }

    @Override
    public Snapshot scanNow() {
        return snapshot(sampler().scanNow());
    }

    @Override
    public List<DescriptorRow> descriptors(String filter, int limit) {
        checkLimit(limit, MOST_ROWS);
        DescriptorFilter wanted = new DescriptorFilter(filter);
        Scan seen = scan();
        List<DescriptorRow> rows = new ArrayList<>();
        DescriptorTable table = seen.table();
        for (int fd = 0; seen.known() && fd < table.end() && rows.size() < limit; fd++) {
            table.get(fd)
                    .filter(wanted)
                    .flatMap(seen.details()::of)
                    .filter(wanted)
                    .ifPresent(row -> rows.add(row(row, seen)));
        }
        return rows;
    }

    private DescriptorRow row(Descriptor descriptor, Scan seen) {
        long scanned = seen.reading().nanoTime();
        Optional<Creation> creation = sources.leaks()
                .creations()
                .of(descriptor.fd())
                .filter(known -> descriptor.kind() == DescriptorKind.SOCKET && !known.isLaterThan(scanned));
        return new DescriptorRow(descriptor, seen.reading(), creation);
    }

    @Override
    public List<LeakSuspect> leakSuspects(int limit) {
        checkLimit(limit, MOST_SUSPECTS);
        return verdict().suspects().stream().limit(limit).map(LeakSuspect::new).toList();
    }

    @Override
    public String explain() {
        return sources.leaks().words().apply(verdict());
    }

    @Override
    public GarbageOutcome collectGarbageAndCompare() {
        return new GarbageOutcome(sources.leaks().verdicts().collectGarbageAndCompare());
    }

    @Override
    public String dumpRecording(String fileName) {
        try {
            return sources.recordings().dump(fileName);
        } catch (IOException e) {
            throw new UncheckedIOException("no recording written: " + e.getMessage(), e);
        }
    }

    private static void checkLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("limit is 1 to " + most + ": " + limit);
        }
    }
}
