package org.example.innocent;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.Runner;

/** A pool that fills up to its most within three seconds, and stays there while its connections are used. */
public final class SteadyPool {
    private static final int MOST = 60;
    private static final int PAUSE_MILLIS = 50;
    private static final int THREADS = 4;

    private final EchoServer server;
    private final BlockingQueue<Socket> idle = new LinkedBlockingQueue<>();
    private final AtomicInteger connected = new AtomicInteger();

    private SteadyPool(EchoServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        SteadyPool pool = new SteadyPool(EchoServer.start());
        Runner.follow(new Workers(THREADS, () -> pool::use));
    }

    private void use() throws IOException, InterruptedException {
        Socket socket = connected.getAndIncrement() < MOST ? connect() : idle.take();
        socket.getOutputStream().write('?');
        socket.getInputStream().read();
        TimeUnit.MILLISECONDS.sleep(THREADS * PAUSE_MILLIS);
        idle.add(socket);
    }

    private Socket connect() throws IOException {
        return new Socket(server.address().getAddress(), server.address().getPort());
    }
}
