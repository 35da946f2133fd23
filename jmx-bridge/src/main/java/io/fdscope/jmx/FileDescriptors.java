package io.fdscope.jmx;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Sampler;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.sample.Scan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers the MXBean's getters from the sampler's latest sample. */
final class FileDescriptors extends Counts implements FileDescriptorsMXBean {
    private final Supplier<Sample> latest;
    private final Sampler sampler;
    private final Runnable wakeSampler;
    private final Faults faults;

    FileDescriptors(Supplier<Sample> latest, Sampler sampler, Runnable wakeSampler, Faults faults) {
        this.latest = latest;
        this.sampler = sampler;
        this.wakeSampler = wakeSampler;
        this.faults = faults;
    }

    @Override
    Reading reading() {
        return latest.get().reading();
    }

    @Override
    Scan scan() {
        return latest.get().scan();
    }

    @Override
    public double getGrowthPerMinute() {
        return latest.get().trend().growthPerMinute();
    }

    @Override
    public double getSecondsToExhaustion() {
        return latest.get().trend().secondsToExhaustion();
    }

    @Override
    public double getLastScanMillis() {
        return new ScanSnapshot(scan()).durationMillis();
    }

    @Override
    public double getScanShare() {
        return latest.get().scanShare();
    }

    @Override
    public long getLastScanEpochMillis() {
        return new ScanSnapshot(scan()).getEpochMillis();
    }

    @Override
    public long getScanCount() {
        return scan().number();
    }

    @Override
    public String getProbe() {
        return latest.get().probe();
    }

    @Override
    public int getActiveHooks() {
        return 0;
    }

    @Override
    public String[] getMissingHooks() {
        return new String[0];
    }

    @Override
    public long getFaultCount() {
        return faults.count();
    }

    @Override
    public Map<String, Long> getFaults() {
        return faults.byKind();
    }

    @Override
    public long getDroppedWithoutCloseCount() {
        return Reading.UNKNOWN;
    }

    @Override
    public long getCountPeriodMillis() {
        return sampler.periods().count().toMillis();
    }

    @Override
    public synchronized void setCountPeriodMillis(long millis) {
        change(sampler.periods().withCount(Duration.ofMillis(millis)));
    }

    @Override
    public long getScanPeriodMillis() {
        return sampler.periods().scan().toMillis();
    }

    @Override
    public synchronized void setScanPeriodMillis(long millis) {
        change(sampler.periods().withScan(Duration.ofMillis(millis)));
    }

    private void change(SamplerPeriods periods) {
        sampler.setPeriods(periods);
        wakeSampler.run();
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public void setTraceEnabled(boolean enabled) {
        if (enabled) {
            throw new UnsupportedOperationException("this version of fdscope cannot trace the creation of sockets");
        }
    }

    @Override
    public Snapshot getSnapshot() {
        return new ScanSnapshot(scan());
    }

    @Override
    public Snapshot scanNow() {
        return new ScanSnapshot(sampler.scanNow().scan());
    }

    @Override
    public List<DescriptorRow> descriptors(String filter, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit is 1 to " + MOST_ROWS + ": " + limit);
        }
        DescriptorFilter wanted = new DescriptorFilter(filter);
        Scan seen = scan();
        List<DescriptorRow> rows = new ArrayList<>();
        DescriptorTable table = seen.table();
        for (int fd = 0; seen.known() && fd < table.end() && rows.size() < limit; fd++) {
            table.get(fd)
                    .filter(wanted)
                    .flatMap(seen.details()::of)
                    .filter(wanted)
                    .ifPresent(row -> rows.add(new DescriptorRow(row, seen.reading())));
        }
        return rows;
    }
}
