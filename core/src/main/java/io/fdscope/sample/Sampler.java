package io.fdscope.sample;

import io.fdscope.descriptor.Census;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.probe.DescriptorProbe;
import io.fdscope.probe.ProbeResult;
import io.fdscope.procfs.ProcessFigures;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.ThreadTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Takes a reading every count period and a scan when one is due, and hands each sample to the sinks. Knows no thread:
 * {@link SamplerThread} drives it. {@link #latest} never waits; the others exclude each other.
 */
public final class Sampler {
    private final ProcessFigures figures;
    private final DescriptorProbe probe;
    private final Faults faults;
    private final Effort effort;
    private final List<SampleSink> sinks = new CopyOnWriteArrayList<>();
    private final Timeline timeline = new Timeline();
    private volatile SamplerPeriods periods;
    private volatile Sample latest = Sample.NONE;
    private Scan scan = Scan.NONE;
    private long lastScanStart;
    /** What the last scan cost that was due. */
    private long scanNanos;
    /** What the sinks cost when they made something of that. */
    private long sinksNanos;

    private double scanShare;

    /** One that knows what it costs by the clock alone. */
    public Sampler(ProcessFigures figures, DescriptorProbe probe, SamplerPeriods periods, Faults faults) {
        this(figures, probe, periods, faults, Effort.byClock(System::nanoTime));
    }

    /** @param threadTime tells for how long the thread that calls {@link #tick} has run */
    public Sampler(
            ProcessFigures figures,
            DescriptorProbe probe,
            SamplerPeriods periods,
            Faults faults,
            ThreadTime threadTime) {
        this(figures, probe, periods, faults, new Effort(System::nanoTime, threadTime::nanos, ThreadTime.TICK_NANOS));
    }

    Sampler(ProcessFigures figures, DescriptorProbe probe, SamplerPeriods periods, Faults faults, Effort effort) {
        this.figures = figures;
        this.probe = probe;
        this.periods = periods;
        this.faults = faults;
        this.effort = effort;
    }

    /** The last sample, {@link Sample#NONE} before the first. */
    public Sample latest() {
        return latest;
    }

    /** What has been seen so far. */
    public Timeline timeline() {
        return timeline;
    }

    /** How often it looks. */
    public SamplerPeriods periods() {
        return periods;
    }

    /** Changes how often it looks, from the next tick on. */
    public void setPeriods(SamplerPeriods changed) {
        periods = changed;
    }

    /** Adds a sink, which gets every sample from the next on. */
    public void addSink(SampleSink sink) {
        sinks.add(sink);
    }

    /** Takes a sink away; a sample under way may still reach it. */
    public void removeSink(SampleSink sink) {
        sinks.remove(sink);
    }

    /** Takes a reading, and a scan if one is due. What fails is counted; it never throws. */
    public synchronized void tick() {
        try {
            long since = effort.nanoTime().getAsLong() - lastScanStart;
            boolean due = scan.number() == 0 || since >= periods.nanosToNextScan(scanNanos + sinksNanos);
            sample(due, due);
        } catch (Throwable e) {
            faults.record(Edge.SAMPLING, e);
        }
    }

    /**
     * Scans at once, whatever the periods and the budget say, and returns what it saw. What that costs delays no other scan:
     * on this thread only the clock could tell it. What fails is counted; it never throws.
     */
    public synchronized Sample scanNow() {
        try {
            sample(true, false);
        } catch (Throwable e) {
            faults.record(Edge.SAMPLING, e);
        }
        return latest;
    }

    /** Lets the sinks do what cannot wait for the next tick. What fails is counted; it never throws. */
    public synchronized void betweenTicks() {
        try {
            passOn(SampleSink::betweenSamples);
        } catch (Throwable e) {
            faults.record(Edge.SAMPLING, e);
        }
    }

    /** Counts what has failed in whoever drives it; never throws. */
    void failed(Throwable e) {
        faults.record(Edge.SAMPLING, e);
    }

    /** @param charged whether what the scan costs delays the next one */
    private void sample(boolean withScan, boolean charged) {
        Reading reading = figures.read();
        if (charged) {
            Effort.Moment start = effort.now();
            scan = takeScan(reading, start.clock());
            scanNanos = effort.since(start);
            scanShare = periods.share(scanNanos + sinksNanos);
        } else if (withScan) {
            scan = takeScan(reading, effort.nanoTime().getAsLong());
        }
        timeline.add(new Sample(reading, scan, Trend.UNKNOWN, scanShare, probe.name()));
        Sample sample = new Sample(reading, scan, Trend.of(reading, timeline), scanShare, probe.name());
        latest = sample;
        if (charged) {
            Effort.Moment start = effort.now();
            passOn(sink -> sink.accept(sample));
            sinksNanos = effort.since(start);
        } else {
            passOn(sink -> sink.accept(sample));
        }
    }

    private Scan takeScan(Reading reading, long start) {
        lastScanStart = start;
        long number = scan.number() + 1;
        DescriptorTable last = number == 1 ? DescriptorTable.empty(reading.epochMillis()) : scan.table();
        try {
            ProbeResult found = probe.scan(last, reading.epochMillis());
            Census census = Census.of(found.table());
            long duration = effort.nanoTime().getAsLong() - start;
            if (found.known()) {
                figures.observed(found.table().size() + (long) found.own());
            }
            return new Scan(
                    reading,
                    found.table(),
                    census,
                    found.known(),
                    found.socketsTold(),
                    found.own(),
                    found.vanished(),
                    duration,
                    number,
                    found.foreign(),
                    found.details());
        } catch (Throwable e) {
            faults.record(Edge.SAMPLING, e);
            return Scan.unknown(reading, last, effort.nanoTime().getAsLong() - start, number);
        }
    }

    private void passOn(Consumer<SampleSink> what) {
        for (SampleSink sink : sinks) {
            try {
                what.accept(sink);
            } catch (Throwable e) {
                faults.record(Edge.SINK, e);
            }
        }
    }
}
