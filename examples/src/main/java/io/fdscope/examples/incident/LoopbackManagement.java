package io.fdscope.examples.incident;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;

/**
 * A JMX server for one client of this host: on the loopback interface, on a port that the kernel chooses, in no registry.
 * Its address holds a random object number, without which nobody gets in; and once the client is in, the door closes.
 */
public final class LoopbackManagement implements AutoCloseable {
    private final JMXConnectorServer server;
    private final Door door;

    private LoopbackManagement(JMXConnectorServer server, Door door) {
        this.server = server;
        this.door = door;
    }

    /** The listening socket. One for all remote objects: RMI asks for equal factories to share a port. */
    private static final class Door implements RMIServerSocketFactory {
        private final AtomicReference<ServerSocket> listening = new AtomicReference<>();

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            listening.set(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()));
            return listening.get();
        }
    }

    /**
     * Opens it for the platform's MBean server.
     *
     * @throws IOException if there is no port or no descriptor for it
     */
    public static LoopbackManagement open() throws IOException {
        System.setProperty("java.rmi.server.hostname", "127.0.0.1");
        Door door = new Door();
        JMXConnectorServer server = JMXConnectorServerFactory.newJMXConnectorServer(
                new JMXServiceURL("service:jmx:rmi://127.0.0.1"),
                Map.of(RMIConnectorServer.RMI_SERVER_SOCKET_FACTORY_ATTRIBUTE, door),
                ManagementFactory.getPlatformMBeanServer());
        server.start();
        return new LoopbackManagement(server, door);
    }

    /** The address to connect to. */
    public String address() {
        return server.getAddress().toString();
    }

    /**
     * Stops listening; the connections there are stay. A thread that waits in accept would make the kernel count one
     * descriptor more than there is.
     */
    public void admitNoMore() throws IOException {
        door.listening.get().close();
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
