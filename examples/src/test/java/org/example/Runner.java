package org.example;

import io.fdscope.examples.incident.LoopbackManagement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program as its input tells. It prints {@code jmx ADDRESS} and {@code ready}; on {@code start} it begins, and
 * prints {@code tick TALLY} twice a second; on {@code stop} it stops, and prints {@code tally TALLY}. It ends when its
 * input ends, and in any case after {@link #LIFETIME_SECONDS}.
 */
public final class Runner {
    private static final int LIFETIME_SECONDS = 120;
    private static final int TICK_MILLIS = 500;

    private final Application application;
    private volatile boolean running;

    private Runner(Application application) {
        this.application = application;
    }

    /** Follows the standard input to its end, then ends the JVM. */
    public static void follow(Application application) throws Exception {
        daemon("lifetime", () -> {
            TimeUnit.SECONDS.sleep(LIFETIME_SECONDS);
            Runtime.getRuntime().halt(9);
        });
        try (LoopbackManagement management = LoopbackManagement.open()) {
            System.out.println("jmx " + management.address());
            System.out.println("ready");
            new Runner(application).obey();
        }
        System.exit(0);
    }

    /** Starts a daemon thread; a program of which a thread fails ends at once, and says why. */
    public static Thread daemon(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (Exception | Error e) {
                        e.printStackTrace();
                        Runtime.getRuntime().halt(8);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What a thread does. */
    @FunctionalInterface
    public interface Task {
        /** Does it. */
        void run() throws Exception;
    }

    private void obey() throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case "start" -> start();
                case "stop" -> stop();
                default -> throw new IOException("no such order: " + order);
            }
        }
    }

    private void start() throws Exception {
        application.start();
        running = true;
        daemon("ticks", () -> {
            while (running) {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                System.out.println("tick " + application.tally());
            }
        });
    }

    private void stop() throws Exception {
        running = false;
        application.stop();
        System.out.println("tally " + application.tally());
    }
}
