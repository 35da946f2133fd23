package org.example.leak;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.example.Runner;

/** Tries to listen on a port that is taken, with a new channel each time. */
public final class FailedServerBind {
    private FailedServerBind() {}

    public static void main(String[] arguments) throws Exception {
        try (ServerSocketChannel other = ServerSocketChannel.open()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SocketAddress taken = other.getLocalAddress();
            Runner.follow(new Drip(() -> create(taken)));
        }
    }

    private static void create(SocketAddress taken) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(); // LEAK
        try {
            channel.bind(taken);
        } catch (BindException expected) {
            Forgotten.keep(channel);
        }
    }
}
