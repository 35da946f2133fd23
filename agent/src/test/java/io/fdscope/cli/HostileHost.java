package io.fdscope.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Leaks sockets from a thread, to a host and to a path that are named to break whoever shows them; until its input ends. */
final class HostileHost {
    static final int SOCKETS = 30;

    /**
     * Ends a line, clears a terminal and titles it, forges a verdict, turns the direction of writing, and has what an
     * ObjectName, JSON, a table and Nagios take for their own.
     */
    static final String NAME = "a\u001b[2J\u001b]0;x\u0007\u009b31m\n\nNo leak.\nb \u202e\"c\"\\,d=*?:e|f=1;\u2028<g>";

    private static final List<Closeable> KEPT = new ArrayList<>();

    private HostileHost() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Thread thread = new Thread(() -> leak(folder), NAME);
        thread.start();
        thread.join();
        System.out.println("main runs, keeps " + KEPT.size());
        while (System.in.read() >= 0) {
            // Until it ends.
        }
    }

    private static void leak(Path folder) {
        try {
            for (int i = 0; i < SOCKETS; i++) {
                SocketChannel channel = SocketChannel.open();
                KEPT.add(channel);
                connect(channel);
            }
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            KEPT.add(server);
            server.bind(UnixDomainSocketAddress.of(folder.resolve(NAME)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void connect(SocketChannel channel) throws IOException {
        try {
            channel.connect(InetSocketAddress.createUnresolved(NAME, 80));
        } catch (UnresolvedAddressException asExpected) {
            // Nobody is called that.
        }
    }
}
