package org.example.leak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.example.Runner;

/** Connects without waiting to a port where nobody listens, and never asks what came of it. */
public final class UnfinishedConnect {
    /** Below all that the kernel gives out by itself, so that no other program comes to listen there meanwhile. */
    private static final int UNASSIGNED = 1;

    private UnfinishedConnect() {}

    public static void main(String[] arguments) throws Exception {
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), UNASSIGNED);
        Runner.follow(new Drip(() -> create(nobody)));
    }

    private static void create(InetSocketAddress nobody) throws IOException {
        SocketChannel channel = SocketChannel.open(); // LEAK
        channel.configureBlocking(false);
        channel.connect(nobody);
        Forgotten.keep(channel);
    }
}
