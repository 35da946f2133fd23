package org.example.leak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.example.Remote;
import org.example.Runner;

/** Does not close accepted connections that the remote end has reset. */
public final class AcceptedReset {
    private AcceptedReset() {}

    public static void main(String[] arguments) throws Exception {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Caller caller = new Caller(
                Remote.of(arguments), Integer.toString(server.socket().getLocalPort()));
        Runner.follow(new Drip(() -> create(caller, server)));
    }

    private static void create(Caller caller, ServerSocketChannel server) throws IOException {
        caller.call();
        SocketChannel channel = server.accept(); // LEAK
        channel.write(ByteBuffer.wrap(new byte[] {'!'}));
        Forgotten.keep(channel);
    }
}
