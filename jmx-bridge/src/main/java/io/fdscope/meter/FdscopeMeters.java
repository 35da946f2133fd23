package io.fdscope.meter;

import io.fdscope.fault.Fault;
import io.fdscope.fault.Faults;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.MBeanServer;

/**
 * What this JVM has open, as meters of any registry.
 *
 * <pre>{@code
 * new FdscopeMeters().bindTo(registry);
 * }</pre>
 *
 * The figures are the MXBean's, whether the agent put it there or {@code Fdscope.start}, before or after the binding: the
 * last sample's, since reading a meter never samples. Unknown is NaN; where no fdscope runs in this JVM all of them are.
 * {@code process.files.open} and {@code process.files.max} are Micrometer's own, of its {@code FileDescriptorMetrics}.
 */
public final class FdscopeMeters implements MeterBinder, AutoCloseable {
    private final Faults faults;
    private final BeanFigures figures;
    private final List<Binding> bindings = new ArrayList<>();

    /** Reads the platform's MBean server. The first failure of each kind is logged as a warning, by {@link System.Logger}. */
    public FdscopeMeters() {
        this(new Faults());
        faults.listen(FdscopeMeters::log);
    }

    /** @param faults counts what fails when a meter is read */
    public FdscopeMeters(Faults faults) {
        this(ManagementFactory::getPlatformMBeanServer, faults);
    }

    FdscopeMeters(Supplier<MBeanServer> server, Faults faults) {
        this.faults = faults;
        figures = new BeanFigures(server, faults);
    }

    /** Registers all of them. */
    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        for (DescriptorGauge gauge : new DescriptorGauges().all()) {
            bindings.add(new Binding(registry, gauge.register(registry, figures)));
        }
    }

    /** Readings that failed so far, by kind; empty when all is well. */
    public Map<String, Long> faults() {
        return faults.byKind();
    }

    /** Removes the meters from every registry that they were bound to, which forgets us then. */
    @Override
    public synchronized void close() {
        bindings.forEach(Binding::undo);
        bindings.clear();
    }

    private static void log(Fault fault) {
        System.getLogger(FdscopeMeters.class.getName())
                .log(System.Logger.Level.WARNING, "fdscope: a meter could not be read: {0}", fault.description());
    }

    private record Binding(MeterRegistry registry, Meter meter) {
        void undo() {
            registry.remove(meter);
        }
    }
}
