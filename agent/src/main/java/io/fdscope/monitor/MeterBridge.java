package io.fdscope.monitor;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.option.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The option {@code micrometer=jmx}: the meters as MBeans, by a Micrometer that is either in the companion jar next to the
 * agent's, or the application's own. Can be switched while we run, once the host is ready for MBeans.
 */
final class MeterBridge implements AutoCloseable {
    static final String COMPANION = "fdscope-micrometer.jar";

    private static final String BRIDGE = "io.fdscope.meter.JmxMeters";
    private static final String REGISTRY = "io/micrometer/jmx/JmxMeterRegistry.class";

    private final Supplier<Options> options;
    private final Optional<Path> agentJar;
    private final Faults faults;
    private Optional<Undo> published = Optional.empty();
    private boolean beanUp;
    private boolean closed;

    /**
     * @param options those in force
     * @param agentJar has the companion next to it; empty where fdscope came as a library
     */
    MeterBridge(Supplier<Options> options, Optional<Path> agentJar, Faults faults) {
        this.options = options;
        this.agentJar = agentJar;
        this.faults = faults;
    }

    /** The jar that is ours if it is there; empty where fdscope came as a library. */
    Optional<Path> companion() {
        return agentJar.map(jar -> jar.resolveSibling(COMPANION));
    }

    /** Says that the MXBean, which the meters read, is up. */
    synchronized void beanIsUp() {
        beanUp = true;
    }

    /**
     * Publishes the meters or takes them down, as the options now say.
     *
     * @throws UnsupportedOperationException with one line that says what is missing
     */
    synchronized void apply() {
        if (options.get().metersOverJmx()) {
            publish();
        } else {
            withdraw();
        }
    }

    private void publish() {
        if (!beanUp) {
            throw new UnsupportedOperationException("micrometer=jmx: no meters, for want of the MXBean that they show");
        }
        if (!closed && published.isEmpty()) {
            Undo undo = new Undo(faults);
            try {
                publish(undo);
                published = Optional.of(undo);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                undo.run();
                throw failed(e);
            }
        }
    }

    private void publish(Undo undo) throws ReflectiveOperationException {
        ClassLoader loader = loader();
        if (loader instanceof MeterLoader ours) {
            undo.add(ours);
        }
        undo.add((AutoCloseable)
                loader.loadClass(BRIDGE).getConstructor(Faults.class).newInstance(faults));
    }

    private UnsupportedOperationException failed(Throwable e) {
        if (e instanceof UnsupportedOperationException refused) {
            return refused;
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        faults.record(Edge.METER, cause);
        return new UnsupportedOperationException("micrometer=jmx: no meters, because of " + cause, e);
    }

    private ClassLoader loader() {
        Optional<Path> jar = companion().filter(Files::isRegularFile);
        if (jar.isPresent()) {
            return MeterLoader.over(jar.get());
        }
        ClassLoader own = MeterBridge.class.getClassLoader();
        ClassLoader application = ClassLoader.getSystemClassLoader();
        if (agentJar.isEmpty() && own.getResource(REGISTRY) != null) {
            return own;
        }
        if (agentJar.isPresent() && application.getResource(REGISTRY) != null) {
            return MeterLoader.over(application);
        }
        throw new UnsupportedOperationException("micrometer=jmx: no meters, for want of a Micrometer: put "
                + companion().map(file -> file + " there, or ").orElse("")
                + "micrometer-registry-jmx on the class path");
    }

    private void withdraw() {
        published.ifPresent(Undo::run);
        published = Optional.empty();
    }

    /** For good. */
    @Override
    public synchronized void close() {
        closed = true;
        withdraw();
    }
}
