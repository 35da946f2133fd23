package io.fdscope.jmc.ui.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * An application with three ways of creating sockets: one loses them unconnected, one loses connected ones, one closes them.
 * {@code work}, {@code explain}, {@code dump FILE}; it ends with its input, and in any case after two minutes.
 */
public final class SocketHost {
    /** How often it does each. */
    public static final int UNCONNECTED = 40;
    /** The same. */
    public static final int LEFT = 25;
    /** The same. */
    public static final int CLOSED = 30;

    private static final int LIFETIME_SECONDS = 120;
    private static final List<Object> KEPT = new ArrayList<>();

    private SocketHost() {}

    /** Without arguments. */
    public static void main(String[] arguments) throws Exception {
        Thread lifetime = new Thread(SocketHost::live, "lifetime");
        lifetime.setDaemon(true);
        lifetime.start();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(obey(order) + "\n.");
        }
    }

    private static void live() {
        try {
            TimeUnit.SECONDS.sleep(LIFETIME_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(9);
    }

    private static String obey(String order) throws IOException, JMException {
        if (order.startsWith("dump ")) {
            return dump(order.substring("dump ".length()));
        }
        return order.equals("work") ? work() : explain();
    }

    private static String work() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < UNCONNECTED; i++) {
                KEPT.add(unconnected());
            }
            for (int i = 0; i < LEFT; i++) {
                KEPT.add(left(server));
            }
            for (int i = 0; i < CLOSED; i++) {
                closed(server);
            }
        }
        return "worked";
    }

    private static Socket unconnected() throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        return socket;
    }

    private static Socket left(ServerSocket server) throws IOException {
        Socket socket = new Socket();
        socket.connect(server.getLocalSocketAddress());
        server.accept().close();
        socket.getInputStream().readAllBytes();
        return socket;
    }

    private static void closed(ServerSocket server) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server.getLocalSocketAddress());
            server.accept().close();
        }
    }

    private static String explain() throws JMException {
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        if (!server.isRegistered(bean)) {
            return "not yet";
        }
        server.invoke(bean, "scanNow", new Object[0], new String[0]);
        return String.valueOf(server.invoke(bean, "explain", new Object[0], new String[0]));
    }

    private static String dump(String file) throws JMException {
        Object[] arguments = {new String[] {"filename=" + file}};
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "jfrDump",
                        arguments,
                        new String[] {String[].class.getName()});
        return "dumped";
    }
}
