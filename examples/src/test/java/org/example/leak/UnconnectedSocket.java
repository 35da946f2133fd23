package org.example.leak;

import java.io.IOException;
import java.net.Socket;
import org.example.Runner;

/** Sets an option of a socket, never connects it, and keeps it. */
public final class UnconnectedSocket {
    private UnconnectedSocket() {}

    public static void main(String[] arguments) throws Exception {
        Runner.follow(new Drip(UnconnectedSocket::create));
    }

    private static void create() throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true); // LEAK
        Forgotten.keep(socket);
    }
}
