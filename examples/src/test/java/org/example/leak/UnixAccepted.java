package org.example.leak;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Remote;
import org.example.Runner;

/** Accepts unix-domain connections and closes none. */
public final class UnixAccepted {
    private UnixAccepted() {}

    public static void main(String[] arguments) throws Exception {
        Path path = Files.createTempDirectory("accepts").resolve("socket");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Caller caller = new Caller(Remote.of(arguments), path.toString());
        Runner.follow(new Drip(() -> create(caller, server)));
    }

    private static void create(Caller caller, ServerSocketChannel server) throws IOException {
        caller.call();
        SocketChannel channel = server.accept(); // LEAK
        Forgotten.keep(channel);
    }
}
