package org.example.leak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.example.Runner;

/** Connects without waiting to a port where nobody listens, and never asks what came of it. */
public final class UnfinishedConnect {
    private UnfinishedConnect() {}

    public static void main(String[] arguments) throws Exception {
        InetSocketAddress nobody = deserted();
        Runner.follow(new Drip(() -> create(nobody)));
    }

    private static InetSocketAddress deserted() throws IOException {
        try (ServerSocketChannel once = ServerSocketChannel.open()) {
            once.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return (InetSocketAddress) once.getLocalAddress();
        }
    }

    private static void create(InetSocketAddress nobody) throws IOException {
        SocketChannel channel = SocketChannel.open(); // LEAK
        channel.configureBlocking(false);
        channel.connect(nobody);
        Forgotten.keep(channel);
    }
}
