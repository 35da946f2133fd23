package org.example.innocent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.example.Runner;

/** Sends everything back, one thread a connection, and closes in the end. */
final class EchoServer {
    private final ServerSocket listening;

    private EchoServer(ServerSocket listening) {
        this.listening = listening;
    }

    static EchoServer start() throws IOException {
        EchoServer server = new EchoServer(new ServerSocket(0, 400, InetAddress.getLoopbackAddress()));
        Runner.daemon("echo server", server::accept);
        return server;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listening.accept();
            Runner.daemon("echo", () -> echo(socket));
        }
    }

    private static void echo(Socket socket) throws IOException {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException reset) {
            // The client's right.
        }
    }
}
