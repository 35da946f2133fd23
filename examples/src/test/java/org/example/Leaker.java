package org.example;

import io.fdscope.fixture.LastDescriptors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Leaks as its input tells: {@code leak N} opens N sockets and keeps them, {@code exhaust} so many as there are, {@code free}
 * closes all. It ends with its input, and in any case after {@link #LIFETIME_SECONDS}.
 */
public final class Leaker {
    private static final int LIFETIME_SECONDS = 240;
    private static final Deque<SocketChannel> KEPT = new ArrayDeque<>();

    private Leaker() {}

    public static void main(String[] arguments) throws IOException {
        Runner.daemon("lifetime", () -> {
            TimeUnit.SECONDS.sleep(LIFETIME_SECONDS);
            Runtime.getRuntime().halt(9);
        });
        // On JDK 17 a JVM whose first close of a socket comes with no descriptor left can close none ever after.
        SocketChannel.open().close();
        System.out.println("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            switch (words[0]) {
                case "leak" -> leak(Integer.parseInt(words[1]));
                case "exhaust" -> LastDescriptors.take(KEPT);
                case "free" -> free();
                default -> throw new IOException("no such order: " + order);
            }
            System.out.println("kept " + KEPT.size());
        }
    }

    private static void leak(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            KEPT.push(SocketChannel.open());
        }
    }

    private static void free() throws IOException {
        while (!KEPT.isEmpty()) {
            KEPT.pop().close();
        }
    }
}
