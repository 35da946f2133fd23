package org.example.leak;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.example.Runner;

/** Opens channels and never connects them. */
public final class UnconnectedChannel {
    private UnconnectedChannel() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(UnconnectedChannel::create));
    }

    private static void create() throws IOException {
        SocketChannel channel = SocketChannel.open(); // LEAK
        Forgotten.keep(channel);
    }
}
