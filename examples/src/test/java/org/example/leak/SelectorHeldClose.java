package org.example.leak;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.example.Remote;
import org.example.Runner;

/** Closes channels that are registered with a selector which never selects: it holds them. */
public final class SelectorHeldClose {
    private SelectorHeldClose() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Selector selector = Selector.open();
        Runner.follow(new Drip(() -> create(remote, selector)));
    }

    private static void create(Remote remote, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(); // LEAK
        channel.connect(remote.tcp());
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        channel.close();
    }
}
