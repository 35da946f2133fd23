package io.fdscope.meter;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.jmx.BeanSources;
import io.fdscope.jmx.FileDescriptorsBean;
import io.fdscope.jmx.FileDescriptorsMXBean;
import io.fdscope.jmx.Registration;
import io.fdscope.leak.LeakSources;
import io.fdscope.process.WatchedProcess;
import io.fdscope.sample.SamplerPeriods;
import io.fdscope.threshold.Alarms;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.ExhaustionWatch;
import io.fdscope.threshold.Thresholds;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** This JVM, looked at only on request, with its MXBean in a server of the test's. */
final class WatchedJvm implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Announcer announcer = new Announcer(line -> {});
    private final WatchedProcess process =
            new WatchedProcess(Path.of("/proc"), 0, SamplerPeriods.DEFAULT, faults, announcer);
    private final MBeanServer server;
    private Registration registration;

    WatchedJvm(MBeanServer server) {
        this.server = server;
        register();
    }

    void register() {
        Alarms alarms =
                new Alarms(new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%")), new ExhaustionWatch());
        BeanSources sources = new BeanSources(
                process.sampler()::latest, process.sampler(), () -> {}, alarms, LeakSources.NONE, faults);
        registration = new FileDescriptorsBean(sources).register(server, announcer);
    }

    void unregister() {
        registration.close();
    }

    void scan() {
        process.sampler().scanNow();
    }

    /** What another client of the MXBean is told. */
    double told(String attribute) throws JMException {
        ObjectName name = new ObjectName(FileDescriptorsMXBean.OBJECT_NAME);
        return ((Number) server.getAttribute(name, attribute)).doubleValue();
    }

    Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        unregister();
        process.close();
    }
}
