package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.io.IOException;
import java.util.function.Supplier;

/** A probe that gives way to another, for good, the first time it fails. The failure is counted. */
final class FallbackProbe implements DescriptorProbe {
    private final Supplier<DescriptorProbe> next;
    private final Faults faults;
    private volatile DescriptorProbe probe;
    private boolean failed;

    FallbackProbe(DescriptorProbe first, Supplier<DescriptorProbe> next, Faults faults) {
        this.probe = first;
        this.next = next;
        this.faults = faults;
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException {
        if (failed) {
            return probe.scan(last, epochMillis);
        }
        try {
            return probe.scan(last, epochMillis);
        } catch (IOException | RuntimeException | LinkageError | AssertionError e) {
            faults.record(Edge.SAMPLING, e);
            failed = true;
            probe.close();
            probe = next.get();
            return probe.scan(last, epochMillis);
        }
    }

    @Override
    public void close() {
        probe.close();
    }
}
