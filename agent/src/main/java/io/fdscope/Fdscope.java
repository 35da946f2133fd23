package io.fdscope;

import io.fdscope.monitor.Monitor;
import io.fdscope.option.Options;
import io.fdscope.sample.Sample;
import java.util.Map;
import java.util.Optional;

/**
 * fdscope as a library: watches the descriptors of this process until closed.
 *
 * <pre>{@code
 * try (Fdscope fdscope = Fdscope.start(Options.parse("scan=5s,warn=70%", System.err::println))) {
 *     serve();
 * }
 * }</pre>
 *
 * One process is watched once. Where fdscope runs already (as an agent, or from another class loader), that one stays as
 * it is and stderr says so; this handle then has no samples, and closing it leaves the other alone.
 */
public final class Fdscope implements AutoCloseable {
    private final Optional<Monitor> monitor;

    private Fdscope(Optional<Monitor> monitor) {
        this.monitor = monitor;
    }

    /** Starts with every option at its default. */
    public static Fdscope start() {
        return start(Options.DEFAULT);
    }

    /**
     * Starts, unless one runs already. Never throws: what is missing is said on stderr, once.
     */
    public static Fdscope start(Options options) {
        return new Fdscope(Monitor.startLibrary(options));
    }

    /** The last sample; {@link Sample#NONE} where this handle does not watch. */
    public Sample latest() {
        return monitor.map(Monitor::latest).orElse(Sample.NONE);
    }

    /** Scans now and returns what it saw; {@link Sample#NONE} where this handle does not watch. */
    public Sample scanNow() {
        return monitor.map(Monitor::scanNow).orElse(Sample.NONE);
    }

    /** Failures of fdscope itself so far, by kind; empty when all is well. */
    public Map<String, Long> faults() {
        return monitor.map(watching -> watching.faults().byKind()).orElse(Map.of());
    }

    /** Stops watching and undoes all that start did. Does nothing the second time. */
    @Override
    public void close() {
        monitor.ifPresent(Monitor::close);
    }
}
