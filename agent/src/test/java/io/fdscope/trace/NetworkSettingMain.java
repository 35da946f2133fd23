package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses IPv4 in main, as the JDK allows until its network classes are initialised. */
final class NetworkSettingMain {
    private NetworkSettingMain() {}

    public static void main(String[] arguments) throws IOException {
        TracerLog log = new TracerLog();
        Announcer announcer = new Announcer(System.out::println);
        try (SocketTracing tracing = SocketTracing.install(TestAgent.instrumentation(), log, new Faults(), announcer)) {
            System.setProperty("java.net.preferIPv4Stack", "true");
            listen();
            System.out.println("traced " + log.take());
            tracing.setEnabled(false);
        }
    }

    private static void listen() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            InetAddress address = ((InetSocketAddress) server.getLocalSocketAddress()).getAddress();
            System.out.println("listens on " + address.getHostAddress());
        }
    }
}
