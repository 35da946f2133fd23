package io.fdscope.agent;

import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** An application that asks for IPv4 when the agent is already at work, and then listens. */
final class NetworkHost {
    private NetworkHost() {}

    public static void main(String[] arguments) throws Exception {
        while (Thread.getAllStackTraces().keySet().stream().noneMatch(NetworkHost::samples)) {
            Thread.onSpinWait();
        }
        System.setProperty("java.net.preferIPv4Stack", "true");
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(0));
            InetSocketAddress local = (InetSocketAddress) server.getLocalAddress();
            System.out.println("listens on " + local.getAddress());
        }
    }

    private static boolean samples(Thread thread) {
        return thread.getName().equals("fdscope-sampler") && thread.getState() == Thread.State.TIMED_WAITING;
    }
}
