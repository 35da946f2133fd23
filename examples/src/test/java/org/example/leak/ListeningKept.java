package org.example.leak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.example.Runner;

/** Listens on one port after the other, and closes none. */
public final class ListeningKept {
    private ListeningKept() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(ListeningKept::create));
    }

    private static void create() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); // LEAK
        Forgotten.keep(server);
    }
}
