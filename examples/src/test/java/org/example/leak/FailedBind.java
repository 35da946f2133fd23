package org.example.leak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.example.Runner;

/** Binds a socket to an address that the host lacks, and drops it. */
public final class FailedBind {
    /** Set aside for documentation by RFC 5737: no host has it. */
    private static final InetSocketAddress NOT_OURS = new InetSocketAddress("192.0.2.1", 0);

    private FailedBind() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(FailedBind::create));
    }

    private static void create() {
        Socket socket = new Socket();
        try {
            socket.bind(NOT_OURS); // LEAK
        } catch (IOException expected) {
            // As Connector/J 5.1 does: the socket is garbage now, and open.
        }
    }
}
