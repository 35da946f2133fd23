package org.example.leak;

import java.io.IOException;
import java.net.Socket;
import org.example.Remote;
import org.example.Runner;

/** Does not close connections that the remote end has reset. */
public final class ResetByPeer {
    private ResetByPeer() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Runner.follow(new Drip(() -> create(remote)));
    }

    private static void create(Remote remote) throws IOException {
        Socket socket = new Socket();
        socket.connect(remote.tcp()); // LEAK
        socket.getOutputStream().write('?');
        Forgotten.keep(socket);
    }
}
