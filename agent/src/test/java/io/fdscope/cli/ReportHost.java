package io.fdscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** An application that loses sockets, and whose thread and remote end have names that nobody should print as they are. */
final class ReportHost {
    static final String THREAD = "</script><script>alert(1)</script>\u001b[2J";
    static final String REMOTE = "a\"b'<img src=x onerror=alert(2)>\u001b]0;x\u0007&amp;";

    private static final List<SocketChannel> LOST = new ArrayList<>();

    private ReportHost() {}

    public static void main(String[] arguments) throws IOException, JMException {
        System.out.println("main runs");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line) {
                case "lose" -> lose();
                case "judge" -> judge();
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static void lose() {
        Thread thread = new Thread(ReportHost::loseThirty, THREAD);
        thread.start();
    }

    private static void loseThirty() {
        for (int i = 0; i < 30; i++) {
            try {
                SocketChannel channel = SocketChannel.open();
                LOST.add(channel);
                channel.connect(InetSocketAddress.createUnresolved(REMOTE, 3306));
            } catch (UnresolvedAddressException e) {
                // Lost.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Scans, and prints the verdict, one character of JSON's escaping for each line end. */
    private static void judge() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        if (!server.isRegistered(bean)) {
            System.out.println("verdict none");
            return;
        }
        server.invoke(bean, "scanNow", new Object[0], new String[0]);
        String text = (String) server.invoke(bean, "explain", new Object[0], new String[0]);
        System.out.println("verdict " + text.replace("\n", "\\n"));
    }
}
