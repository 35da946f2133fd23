package io.fdscope.agent;

import io.fdscope.fixture.LastDescriptors;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * An application like any other, that opens what it is told by lines. Knows nothing of fdscope; ends with its input.
 */
final class Host {
    private static final List<Closeable> LEAKED = new ArrayList<>();

    private Host() {}

    public static void main(String[] arguments) throws IOException, JMException {
        // On JDK 17 a JVM whose first close of a socket comes with no descriptor left can close none ever after.
        SocketChannel.open().close();
        System.out.println("main runs");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "leak" -> leak(Integer.parseInt(words[1]));
                case "leakSockets" -> leakSockets(Integer.parseInt(words[1]));
                case "forget" -> forget();
                case "exhaust" -> exhaust();
                case "free" -> free();
                case "get" -> System.out.println(words[1] + " = " + get(words[1]));
                case "set" -> set(words[1].split(" ", 2));
                case "explain" -> System.out.println(explain() + ".");
                case "sites" -> System.out.println("sites " + sites());
                case "scan" -> System.out.println("scanned " + scan());
                case "exit" -> System.exit(3);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static void leak(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            LEAKED.add(SocketChannel.open());
        }
        System.out.println("leaked " + LEAKED.size());
    }

    /** Those that the garbage collection closes once they are forgotten, as it does not close channels. */
    private static void leakSockets(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            LEAKED.add(socket);
        }
        System.out.println("leaked " + LEAKED.size());
    }

    private static void exhaust() {
        String refusal = LastDescriptors.take(LEAKED);
        System.out.println("exhausted with " + LEAKED.size() + ": " + refusal);
    }

    private static void free() throws IOException {
        for (Closeable socket : LEAKED) {
            socket.close();
        }
        LEAKED.clear();
        System.out.println("freed");
    }

    private static ObjectName bean() throws JMException {
        return new ObjectName("io.fdscope:type=FileDescriptors");
    }

    private static void forget() {
        LEAKED.clear();
        System.out.println("forgotten");
    }

    private static Object get(String attribute) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return server.isRegistered(bean()) ? server.getAttribute(bean(), attribute) : "no bean";
    }

    private static void set(String... nameAndValue) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .setAttribute(bean(), new Attribute(nameAndValue[0], Boolean.valueOf(nameAndValue[1])));
        System.out.println("set");
    }

    /** Where unidentified sockets were created, as far as that is known, each site once. */
    private static Set<Object> sites() throws JMException {
        Object[] arguments = {"unidentified", 1000};
        String[] signature = {"java.lang.String", "int"};
        Set<Object> sites = new TreeSet<>();
        for (CompositeData row : (CompositeData[])
                ManagementFactory.getPlatformMBeanServer().invoke(bean(), "descriptors", arguments, signature)) {
            sites.add(row.get("creationSite"));
        }
        sites.remove("");
        return sites;
    }

    private static Object explain() throws JMException {
        return ManagementFactory.getPlatformMBeanServer().invoke(bean(), "explain", new Object[0], new String[0]);
    }

    private static Object scan() throws JMException {
        ManagementFactory.getPlatformMBeanServer().invoke(bean(), "scanNow", new Object[0], new String[0]);
        return get("UnidentifiedSocketCount");
    }
}
