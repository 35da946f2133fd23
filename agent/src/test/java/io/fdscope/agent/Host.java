package io.fdscope.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * An application like any other, spoken to by lines: it opens what it is told, and prints what its MBean server says. It
 * knows nothing of fdscope, and ends when its input does.
 */
final class Host {
    private static final List<SocketChannel> LEAKED = new ArrayList<>();

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
                case "exhaust" -> exhaust();
                case "free" -> free();
                case "get" -> System.out.println(words[1] + " = " + get(words[1]));
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

    private static void exhaust() {
        try {
            while (true) {
                LEAKED.add(SocketChannel.open());
            }
        } catch (IOException e) {
            System.out.println("exhausted with " + LEAKED.size() + ": " + e.getMessage());
        }
    }

    private static void free() throws IOException {
        for (SocketChannel channel : LEAKED) {
            channel.close();
        }
        LEAKED.clear();
        System.out.println("freed");
    }

    private static Object get(String attribute) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        return server.isRegistered(bean) ? server.getAttribute(bean, attribute) : "no bean";
    }

    private static Object scan() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        server.invoke(bean, "scanNow", new Object[0], new String[0]);
        return get("UnidentifiedSocketCount");
    }
}
