package org.example.leak;

import java.io.IOException;
import java.net.Socket;
import org.example.Remote;
import org.example.Runner;

/** Ends its output when the remote end has ended its own, and thinks that this closes the socket. */
public final class ClosedByBoth {
    private ClosedByBoth() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Runner.follow(new Drip(() -> create(remote)));
    }

    private static void create(Remote remote) throws IOException {
        Socket socket = new Socket();
        socket.connect(remote.tcp()); // LEAK
        socket.getOutputStream().write('?');
        socket.getInputStream().readAllBytes();
        socket.shutdownOutput();
        Forgotten.keep(socket);
    }
}
