package org.example.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.Socket;
import org.example.Remote;
import org.example.Runner;

/** Connects in virtual threads and closes nothing. JDK 21 and newer. */
public final class VirtualThreads {
    private VirtualThreads() {}

    public static void main(String[] arguments) throws Exception {
        Remote remote = Remote.of(arguments);
        Runner.follow(new Drip(() -> inVirtualThread(() -> create(remote))));
    }

    private static void inVirtualThread(Runnable task) throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        ((Thread) start.invoke(null, task)).join();
    }

    private static void create(Remote remote) {
        Socket socket = new Socket();
        try {
            socket.connect(remote.tcp()); // LEAK
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Forgotten.keep(socket);
    }
}
