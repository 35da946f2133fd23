package io.fdscope.examples.incident;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A JMX client as any monitoring tool is one. It connects while the service still can accept a connection, and asks often
 * enough for RMI to keep that connection: a new one could not be had when no descriptor is left.
 */
final class ManagementClient implements AutoCloseable {
    private static final String SOURCE = "fdscope, MXBean over JMX";
    private static final String[] ATTRIBUTES = {
        "OpenCount", "SocketCount", "UnidentifiedSocketCount", "KernelTcpAllocated", "KernelTcpInUse"
    };

    private static final String FDSCOPE = "io.fdscope:type=FileDescriptors";

    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private ManagementClient(JMXConnector connector, MBeanServerConnection server) {
        this.connector = connector;
        this.server = server;
    }

    @SuppressWarnings("BanJNDI") // The address holds the remote object itself; nothing is looked up.
    static ManagementClient connect(String address) throws DemoFailure {
        System.setProperty("sun.rmi.transport.tcp.responseTimeout", "20000");
        System.setProperty("sun.rmi.transport.connectionTimeout", "600000"); // RMI drops what is idle for 15 s else.
        try {
            // The client's own heartbeat could coincide with a question, and want a connection of its own.
            JMXConnector connector = JMXConnectorFactory.connect(
                    new JMXServiceURL(address), Map.of("jmx.remote.x.client.connection.check.period", 0L));
            return new ManagementClient(connector, connector.getMBeanServerConnection());
        } catch (IOException e) {
            throw new DemoFailure("no JMX connection to the service: " + e.getMessage(), e);
        }
    }

    /** Asks fdscope's MXBean. */
    Observation observe() {
        try {
            Map<String, Number> figures = new LinkedHashMap<>();
            ObjectName bean = new ObjectName(FDSCOPE);
            for (Attribute attribute : server.getAttributes(bean, ATTRIBUTES).asList()) {
                String name = attribute.getName();
                figures.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), (Number) attribute.getValue());
            }
            return Observation.ofFigures(SOURCE, figures);
        } catch (InstanceNotFoundException e) {
            return Observation.absent(SOURCE, "not registered");
        } catch (JMException | IOException e) {
            return Observation.absent(SOURCE, "no answer");
        }
    }

    /** Has fdscope do a full garbage collection; what it says that this has closed. */
    String collectGarbageAndCompare() throws DemoFailure {
        try {
            Object outcome =
                    server.invoke(new ObjectName(FDSCOPE), "collectGarbageAndCompare", new Object[0], new String[0]);
            return (String) ((CompositeData) outcome).get("text");
        } catch (JMException | IOException e) {
            throw new DemoFailure("fdscope's MXBean could not collect the garbage: " + e.getMessage(), e);
        }
    }

    /** Garbage collections since the service started; −1 where it does not say. */
    long collections() {
        try {
            long collections = 0;
            for (ObjectName bean : server.queryNames(new ObjectName("java.lang:type=GarbageCollector,*"), null)) {
                collections += (Long) server.getAttribute(bean, "CollectionCount");
            }
            return collections;
        } catch (JMException | IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            // The service is gone, and the connection with it.
        }
    }
}
