package io.fdscope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM that works with sockets, driven by {@code bench/tracing} through lines on its input; it ends with its input. Each
 * command is answered by one line, {@link Timing#toString}:
 *
 * <pre>
 * open 20 300      as fast as it can, 20 frames deep, for 300 milliseconds
 * connect 60 300
 * paced 20 300     open, 500 times a second
 * </pre>
 */
public final class SocketHost {
    private static final int BACKLOG = 50;
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());

    private SocketHost() throws IOException {}

    public static void main(String[] arguments) throws IOException {
        SocketHost host = new SocketHost();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ", -1);
            System.out.println(host.measure(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        }
    }

    private Timing measure(String what, int frames, int millis) throws IOException {
        boolean paced = what.equals("paced");
        SocketWork work = paced ? SocketWork.OPEN : SocketWork.valueOf(what.toUpperCase(Locale.ROOT));
        Timing timing = new Timing(paced ? 1 : work.batch());
        if (paced) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (System.nanoTime() < end) {
                timing.one(() -> work.below(frames, server));
                LockSupport.parkNanos(PACE_NANOS);
            }
        } else {
            timing.repeat(() -> work.below(frames, server), millis);
        }
        return timing;
    }
}
