package org.example.leak;

import java.io.IOException;
import java.net.Socket;
import org.example.Remote;
import org.example.Runner;

/** Ends its output to a remote end that goes on, and does not close. */
public final class HalfClosed {
    private HalfClosed() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Runner.follow(new Drip(() -> create(remote)));
    }

    private static void create(Remote remote) throws IOException {
        Socket socket = new Socket();
        socket.connect(remote.tcp()); // LEAK
        socket.shutdownOutput();
        Forgotten.keep(socket);
    }
}
