package org.example.innocent;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.example.Runner;

/** Opens 200 connections at once, holds them for three seconds, closes them, and does so again. */
public final class Bursts {
    private static final int SIZE = 200;
    private static final int HOLD_MILLIS = 3_000;
    private static final int PAUSE_MILLIS = 500;

    private Bursts() {}

    public static void main(String[] arguments) throws Exception {
        EchoServer server = EchoServer.start();
        Runner.follow(new Workers(1, () -> () -> burst(server)));
    }

    private static void burst(EchoServer server) throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            sockets.add(
                    new Socket(server.address().getAddress(), server.address().getPort()));
        }
        TimeUnit.MILLISECONDS.sleep(HOLD_MILLIS);
        for (Socket socket : sockets) {
            socket.close();
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
