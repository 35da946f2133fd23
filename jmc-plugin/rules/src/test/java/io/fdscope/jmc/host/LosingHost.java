package io.fdscope.jmc.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Loses sockets as its input tells: {@code lose KIND}, thirty of a kind; {@code exhaust}, which tries until there is no
 * descriptor left, and then closes these; {@code explain}, which has it scanned and prints the verdict up to a full stop;
 * {@code dump FILE}. It ends with its input, and in any case after {@link #LIFETIME_SECONDS}.
 */
public final class LosingHost {
    /** How many of a kind. */
    public static final int LOST = 30;

    private static final int LIFETIME_SECONDS = 120;
    /** Below all that the kernel gives out by itself: nobody listens there. */
    private static final int UNASSIGNED = 1;

    private static final List<Object> KEPT = new ArrayList<>();
    private static ServerSocket closing;
    private static Selector selector;

    private LosingHost() {}

    public static void main(String[] arguments) throws Exception {
        Thread lifetime = new Thread(LosingHost::live, "lifetime");
        lifetime.setDaemon(true);
        lifetime.start();
        closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        selector = Selector.open();
        System.out.println("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            obey(words[0], words.length > 1 ? words[1] : "");
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

    private static void obey(String order, String argument) throws Exception {
        switch (order) {
            case "lose" -> {
                for (int i = 0; i < LOST; i++) {
                    lose(argument);
                }
                System.out.println("lost");
            }
            case "exhaust" -> exhaust();
            case "explain" -> {
                invoke("scanNow");
                System.out.println(invoke("explain") + "\n.");
            }
            case "collect" -> {
                invoke("collectGarbageAndCompare");
                System.out.println("collected");
            }
            case "dump" -> dump(argument);
            default -> throw new IOException("no such order: " + order);
        }
    }

    private static void lose(String kind) throws IOException {
        switch (kind) {
            case "unconnected" -> unconnected();
            case "closeWait" -> closeWait();
            case "heldAfterClose" -> heldAfterClose();
            case "dropped" -> dropped();
            case "refused" -> refused();
            case "none" -> none();
            default -> throw new IOException("no such kind: " + kind);
        }
    }

    private static void unconnected() throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        KEPT.add(socket);
    }

    private static void closeWait() throws IOException {
        Socket socket = new Socket();
        socket.connect(closing.getLocalSocketAddress());
        closing.accept().close();
        socket.getInputStream().readAllBytes();
        KEPT.add(socket);
    }

    private static void heldAfterClose() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        channel.close();
    }

    private static void dropped() throws IOException {
        new Socket().setReuseAddress(true);
    }

    private static void refused() throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), UNASSIGNED));
        } catch (ConnectException refused) {
            // As wanted.
        }
    }

    private static void none() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(closing.getLocalSocketAddress());
            closing.accept().close();
        }
    }

    private static void exhaust() throws IOException {
        List<SocketChannel> all = new ArrayList<>();
        try {
            while (true) {
                all.add(SocketChannel.open());
            }
        } catch (IOException full) {
            // As wanted.
        }
        for (SocketChannel channel : all) {
            channel.close();
        }
        System.out.println("exhausted");
    }

    private static Object invoke(String operation) throws JMException {
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return server.isRegistered(bean) ? server.invoke(bean, operation, new Object[0], new String[0]) : "";
    }

    private static void dump(String file) throws JMException {
        Object[] arguments = {new String[] {"filename=" + file}};
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "jfrDump",
                        arguments,
                        new String[] {String[].class.getName()});
        System.out.println("dumped");
    }
}
