package io.fdscope.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** One client over one connection, which is never checked, so that it does nothing by itself. */
final class JmxPoller implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final ObjectName bean;
    private final String[] names;

    private JmxPoller(JMXConnector connector) throws IOException, JMException {
        this.connector = connector;
        server = connector.getMBeanServerConnection();
        bean = new ObjectName("io.fdscope:type=FileDescriptors");
        names = Arrays.stream(server.getMBeanInfo(bean).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new);
    }

    @SuppressWarnings("BanJNDI") // The server is ours, on loopback.
    static JmxPoller connect(int port) throws IOException, JMException {
        return new JmxPoller(JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi"),
                Map.of("jmx.remote.x.client.connection.check.period", 0L)));
    }

    /** Reads every attribute once; how many did not come. */
    int readAll() throws IOException, JMException {
        return names.length - values().size();
    }

    private AttributeList values() throws IOException, JMException {
        return server.getAttributes(bean, names);
    }

    long number(String attribute) throws IOException, JMException {
        return ((Number) server.getAttribute(bean, attribute)).longValue();
    }

    double fraction(String attribute) throws IOException, JMException {
        return (double) server.getAttribute(bean, attribute);
    }

    void set(String attribute, long value) throws IOException, JMException {
        server.setAttribute(bean, new Attribute(attribute, value));
    }

    void listen(NotificationListener listener) throws IOException, JMException {
        server.addNotificationListener(bean, listener, null, null);
    }

    /** The heap that is in use after a garbage collection, bytes. */
    long liveHeap() throws IOException {
        MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Processor time of fdscope's own threads so far, nanoseconds. */
    long ownCpuNanos() throws IOException {
        ThreadMXBean threads = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        long nanos = 0;
        for (long id : ownThreads(threads)) {
            nanos += Math.max(0, threads.getThreadCpuTime(id));
        }
        return nanos;
    }

    /** Processor time of the whole process so far, nanoseconds. */
    long processCpuNanos() throws IOException, JMException {
        ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
        return (long) server.getAttribute(system, "ProcessCpuTime");
    }

    private static List<Long> ownThreads(ThreadMXBean threads) {
        List<Long> own = new ArrayList<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("fdscope")) {
                own.add(thread.getThreadId());
            }
        }
        return own;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
