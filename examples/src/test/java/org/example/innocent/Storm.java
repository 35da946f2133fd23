package org.example.innocent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.example.Runner;

/**
 * 200,000 sockets within some fifteen seconds, none of which lives long: 20,000 connections, on both sides, and 160,000
 * that never connect. One round is 100 sockets.
 */
public final class Storm {
    /** All of them. */
    public static final int ROUNDS = 2_000;

    private static final int CONNECTIONS_A_ROUND = 10;
    private static final int OTHERS_A_ROUND = 80;
    private static final int PAUSE_MILLIS = 6;

    private final ServerSocketChannel server;
    private final SocketAddress address;
    private int rounds;

    private Storm(ServerSocketChannel server) throws IOException {
        this.server = server;
        address = server.getLocalAddress();
    }

    public static void main(String[] arguments) throws Exception {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Storm storm = new Storm(server);
        Runner.follow(new Workers(1, () -> storm::round));
    }

    private void round() throws IOException, InterruptedException {
        if (rounds++ < ROUNDS) {
            for (int i = 0; i < CONNECTIONS_A_ROUND; i++) {
                connection();
            }
            for (int i = 0; i < OTHERS_A_ROUND; i++) {
                SocketChannel.open().close();
            }
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private void connection() throws IOException {
        try (SocketChannel client = SocketChannel.open(address);
                SocketChannel accepted = server.accept()) {
            // A reset leaves no TIME_WAIT, so that the host's ports last.
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            accepted.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
    }
}
