package org.example.leak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.example.Runner;

/** Binds a socket to an address that the host lacks, and keeps it. */
public final class FailedBindKept {
    /** Set aside for documentation by RFC 5737: no host has it. */
    private static final InetSocketAddress NOT_OURS = new InetSocketAddress("192.0.2.1", 0);

    private FailedBindKept() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(FailedBindKept::create));
    }

    private static void create() {
        Socket socket = new Socket();
        try {
            socket.bind(NOT_OURS); // LEAK
        } catch (IOException expected) {
            Forgotten.keep(socket);
        }
    }
}
