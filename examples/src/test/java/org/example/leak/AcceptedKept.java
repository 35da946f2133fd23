package org.example.leak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.example.Remote;
import org.example.Runner;

/** Accepts connections and closes none. */
public final class AcceptedKept {
    private AcceptedKept() {}

    public static void main(String[] arguments) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Caller caller = new Caller(Remote.of(arguments), Integer.toString(server.getLocalPort()));
        Runner.follow(new Drip(() -> create(caller, server)));
    }

    private static void create(Caller caller, ServerSocket server) throws IOException {
        caller.call();
        Socket socket = server.accept(); // LEAK
        Forgotten.keep(socket);
    }
}
