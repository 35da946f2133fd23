package org.example.leak;

import java.nio.channels.AsynchronousSocketChannel;
import org.example.Remote;
import org.example.Runner;

/** Connects asynchronous channels and closes none. */
public final class AsynchronousConnect {
    private AsynchronousConnect() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Runner.follow(new Drip(() -> create(remote)));
    }

    private static void create(Remote remote) throws Exception {
        AsynchronousSocketChannel channel = AsynchronousSocketChannel.open(); // LEAK
        channel.connect(remote.tcp()).get();
        Forgotten.keep(channel);
    }
}
