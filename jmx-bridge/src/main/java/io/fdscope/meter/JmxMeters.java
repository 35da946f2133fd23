package io.fdscope.meter;

import io.fdscope.fault.Faults;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.jmx.JmxConfig;
import io.micrometer.jmx.JmxMeterRegistry;

/**
 * The meters as MBeans, one each, as micrometer-registry-jmx names them: {@code
 * io.fdscope.meters:name=processSocketsUnidentified,type=gauges}. The domain is ours, so that none gets into the way of
 * those of the application's own registry.
 */
public final class JmxMeters implements AutoCloseable {
    /** The domain of their object names. */
    public static final String DOMAIN = "io.fdscope.meters";

    private final JmxMeterRegistry registry = new JmxMeterRegistry(new Domain(), Clock.SYSTEM);
    private final FdscopeMeters meters;

    /** Publishes them in the platform's MBean server. */
    public JmxMeters(Faults faults) {
        meters = new FdscopeMeters(faults);
        try {
            meters.bindTo(registry);
            readAll();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** With no descriptor left, a class that has to be opened first is lost for good. */
    private void readAll() {
        registry.getMeters().forEach(Meter::measure);
    }

    /** Takes all of them down. */
    @Override
    public void close() {
        meters.close();
        registry.close();
    }

    private static final class Domain implements JmxConfig {
        @Override
        public String domain() {
            return DOMAIN;
        }

        @Override
        public String get(String key) {
            return null;
        }
    }
}
