package io.fdscope.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** An application that tells what MBeans it has, and leaks what it is told to. It knows nothing of fdscope. */
final class MeterHost {
    private static final List<SocketChannel> LEAKED = new ArrayList<>();

    private MeterHost() {}

    public static void main(String[] arguments) throws IOException, JMException {
        // On JDK 17 a JVM whose first close of a socket comes with no descriptor left can close none ever after.
        SocketChannel.open().close();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "leak" -> leak(Integer.parseInt(words[1]));
                case "free" -> free();
                case "names" -> names(words[1]);
                case "get" -> System.out.println("= " + get(words[1].split(" ", 2)));
                case "scan" -> scan();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /** As many as there are descriptors for. */
    private static void leak(int most) {
        try {
            for (int i = 0; i < most; i++) {
                LEAKED.add(SocketChannel.open());
            }
        } catch (IOException full) {
            System.out.println("full");
        }
        System.out.println("leaked " + LEAKED.size());
    }

    private static void free() throws IOException {
        for (SocketChannel socket : LEAKED) {
            socket.close();
        }
        LEAKED.clear();
        System.out.println("freed");
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static void names(String pattern) throws JMException {
        server().queryNames(new ObjectName(pattern), null).forEach(name -> System.out.println(name.getCanonicalName()));
        System.out.println(".");
    }

    private static Object get(String... attributeAndName) throws JMException {
        try {
            return server().getAttribute(new ObjectName(attributeAndName[1]), attributeAndName[0]);
        } catch (InstanceNotFoundException e) {
            return "no bean";
        }
    }

    private static void scan() throws JMException {
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        server().invoke(bean, "scanNow", new Object[0], new String[0]);
        System.out.println("scanned");
    }
}
