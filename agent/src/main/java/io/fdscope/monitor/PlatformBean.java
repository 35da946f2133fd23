package io.fdscope.monitor;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import io.fdscope.jmx.BeanSources;
import io.fdscope.jmx.FileDescriptorsBean;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;

/** The MXBean in the platform's MBean server. A class of its own, because a JVM may lack the module it needs. */
final class PlatformBean {
    private PlatformBean() {}

    /** Registers it; never throws. */
    static AutoCloseable register(BeanSources sources, Announcer announcer) {
        try {
            return new FileDescriptorsBean(sources).register(platformServer(), announcer);
        } catch (Throwable e) {
            sources.faults().record(Edge.JMX, e);
            return () -> {};
        }
    }

    /** Where we are the first to ask, the server is built by the builder that the application names, and has. */
    private static MBeanServer platformServer() {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return ManagementFactory.getPlatformMBeanServer();
        } finally {
            thread.setContextClassLoader(ours);
        }
    }
}
