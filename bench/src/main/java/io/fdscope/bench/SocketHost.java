package io.fdscope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A JVM that works with sockets, driven by {@code bench/tracing} through lines on its input; it ends with its input. Each
 * command is answered by one line, {@link Timing#toString}:
 *
 * <pre>
 * open 20 100      as fast as it can, 20 frames deep, for 100 milliseconds after a lead-in of 500
 * connect 60 100
 * burst 20 400     open, 400 times in a row
 * thrown 20 400    the same, each time with a stack of its own
 * </pre>
 *
 * <p>In the lead-in sampling engages. A burst after a pause of some seconds is too short for that: every stack is kept.
 */
public final class SocketHost {
    private static final int BACKLOG = 50;
    private static final int LEAD_IN_MILLIS = 500;

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

    private Timing measure(String what, int frames, int amount) throws IOException {
        SocketWork work = what.equals("burst") ? SocketWork.OPEN : SocketWork.valueOf(what.toUpperCase(Locale.ROOT));
        boolean isBurst = what.equals("burst") || work == SocketWork.THROWN;
        Timing.Work below = () -> work.below(frames, server);
        Timing timing = new Timing(work.batch());
        if (isBurst) {
            for (int i = 0; i < amount; i += work.batch()) {
                timing.one(below);
            }
        } else {
            new Timing(work.batch()).repeat(below, LEAD_IN_MILLIS);
            timing.repeat(below, amount);
        }
        return timing;
    }
}
