package io.fdscope.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** What an application does with sockets, under a stack of a given depth. Everything is over loopback. */
enum SocketWork {
    /** The cheapest way to a socket and out again. */
    OPEN(20) {
        @Override
        void once(ServerSocket server) throws IOException {
            SocketChannel.open().close();
        }
    },
    /** The same, and the stack as the JVM fills it in: what it takes at least to remember who created a socket. */
    THROWN(20) {
        @Override
        void once(ServerSocket server) throws IOException {
            SocketChannel channel = SocketChannel.open();
            kept = new Throwable();
            channel.close();
        }
    },
    /** Both ends of a connection, on one thread. */
    CONNECT(5) {
        @Override
        @SuppressWarnings("try") // The client only has to be there.
        void once(ServerSocket server) throws IOException {
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                    Socket accepted = server.accept()) {
                accepted.setSoLinger(true, 0); // A reset, or every port would stay taken for a minute.
            }
        }
    };

    @SuppressWarnings({"NonFinalStaticField", "UnusedVariable"}) // So that nobody can say that it is not needed.
    private static volatile Object kept;

    private final int batch;

    SocketWork(int batch) {
        this.batch = batch;
    }

    abstract void once(ServerSocket server) throws IOException;

    /** How many to time at once, so that looking at the clock does not count. */
    int batch() {
        return batch;
    }

    /** Does it below {@code frames} frames more. */
    void below(int frames, ServerSocket server) throws IOException {
        if (frames > 0) {
            below(frames - 1, server);
        } else {
            once(server);
        }
    }
}
