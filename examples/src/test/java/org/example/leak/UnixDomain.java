package org.example.leak;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.example.Remote;
import org.example.Runner;

/** Connects unix-domain channels and closes none. */
public final class UnixDomain {
    private UnixDomain() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Runner.follow(new Drip(() -> create(remote)));
    }

    private static void create(Remote remote) throws IOException {
        SocketChannel channel = SocketChannel.open(remote.unix()); // LEAK
        Forgotten.keep(channel);
    }
}
