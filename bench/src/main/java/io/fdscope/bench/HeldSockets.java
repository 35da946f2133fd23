package io.fdscope.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Sockets that are held open while somebody looks at them. */
final class HeldSockets implements AutoCloseable {
    /** Connections to one port: each takes a local port, of which there are some 28,000. */
    private static final int A_LISTENER = 8_000;

    private final List<SocketChannel> channels = new ArrayList<>();

    /**
     * Opens them.
     *
     * @param count how many descriptors; an odd one of connected sockets is left out
     */
    static HeldSockets open(int count, HeldKind kind) throws IOException {
        HeldSockets held = new HeldSockets();
        try {
            switch (kind) {
                case UNIDENTIFIED -> held.openUnconnected(count);
                case CONNECTED -> held.openPairs(count / 2);
            }
        } catch (IOException e) {
            held.close();
            throw new IOException("after " + held.channels.size() + " sockets", e);
        }
        return held;
    }

    private void openUnconnected(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            channels.add(SocketChannel.open());
        }
    }

    private void openPairs(int count) throws IOException {
        for (int left = count; left > 0; left -= A_LISTENER) {
            connect(Math.min(left, A_LISTENER));
        }
    }

    private void connect(int count) throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            for (int i = 0; i < count; i++) {
                channels.add(resetWhenClosed(SocketChannel.open(listener.getLocalAddress())));
                channels.add(resetWhenClosed(listener.accept()));
            }
        }
    }

    /** Otherwise every port would stay taken for a minute after each round. */
    private static SocketChannel resetWhenClosed(SocketChannel channel) throws IOException {
        return channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
