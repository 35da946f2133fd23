package org.example.leak;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.example.Runner;

/** A datagram socket for each answer that it hopes for, and closes none. */
public final class BoundDatagrams {
    private BoundDatagrams() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(BoundDatagrams::create));
    }

    private static void create() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress()); // LEAK
        Forgotten.keep(socket);
    }
}
