package io.fdscope.jmx;

import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Reading;
import io.fdscope.sample.Scan;

/** The counts of one scan and of the reading taken with it. */
final class ScanSnapshot extends Counts implements Snapshot {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Scan scan;
    private final TracingFacts tracing;
    private final double ageMillis;

    ScanSnapshot(Scan scan, TracingFacts tracing) {
        this.scan = scan;
        this.tracing = tracing;
        this.ageMillis = isTaken(scan) ? scan.reading().ageMillis(System.nanoTime()) : Reading.UNKNOWN;
    }

    @Override
    Reading reading() {
        return scan.reading();
    }

    @Override
    Scan scan() {
        return scan;
    }

    @Override
    TracingFacts tracing() {
        return tracing;
    }

    @Override
    public double getAgeMillis() {
        return ageMillis;
    }

    @Override
    public long getEpochMillis() {
        return isTaken(scan) ? scan.reading().epochMillis() : Reading.UNKNOWN;
    }

    @Override
    public long getScanNumber() {
        return scan.number();
    }

    /** What the scan took in milliseconds, −1 for none. */
    double durationMillis() {
        return isTaken(scan) ? scan.durationNanos() / NANOS_PER_MILLI : Reading.UNKNOWN;
    }

    private static boolean isTaken(Scan scan) {
        return scan.number() > 0;
    }
}
