package org.example.leak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.example.Runner;

/** Binds channels and never connects them. */
public final class BoundChannel {
    private BoundChannel() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(BoundChannel::create));
    }

    private static void create() throws IOException {
        SocketChannel channel = SocketChannel.open(); // LEAK
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Forgotten.keep(channel);
    }
}
