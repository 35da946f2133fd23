package org.example.leak;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.example.Remote;

/** Has the remote end connect to us. */
final class Caller {
    private final OutputStream orders;
    private final byte[] order;

    /** @param us where to connect to, as {@link Remote} writes it */
    Caller(Remote remote, String us) throws IOException {
        Socket control = new Socket();
        control.connect(remote.tcp());
        orders = control.getOutputStream();
        order = (us + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One connection is on its way. */
    void call() throws IOException {
        orders.write(order);
    }
}
