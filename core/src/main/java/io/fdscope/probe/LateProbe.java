package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** A probe until the application is ready, and from the next scan on a better one, if there is. */
final class LateProbe implements DescriptorProbe {
    private final Supplier<Optional<DescriptorProbe>> better;
    private volatile DescriptorProbe probe;
    private volatile boolean ready;
    private boolean tried;

    LateProbe(DescriptorProbe first, Supplier<Optional<DescriptorProbe>> better) {
        this.probe = first;
        this.better = better;
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public void hostIsReady() {
        ready = true;
    }

    @Override
    public ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException {
        if (ready && !tried) {
            tried = true;
            better.get().ifPresent(this::change);
        }
        return probe.scan(last, epochMillis);
    }

    private void change(DescriptorProbe to) {
        DescriptorProbe before = probe;
        probe = to;
        before.close();
    }

    @Override
    public void close() {
        tried = true;
        probe.close();
    }
}
