package io.fdscope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A JVM that holds sockets and otherwise sleeps, driven by {@code bench/footprint} and {@code bench/scaling} through
 * lines on its input; it ends with its input. Each command is answered by one line:
 *
 * <pre>
 * open 1000 connected   nanoseconds that it took; what it opened before stays open
 * figures               heap in use after a collection, other memory in use, live threads, loaded classes
 * guest                 {@link Guest#toString}
 * scan 300              {@link Timing#toString} of scans and all that follows from them, for so many milliseconds
 * </pre>
 */
public final class HolderHost {
    private final List<HeldSockets> held = new ArrayList<>();

    private HolderHost() {}

    public static void main(String[] arguments) throws IOException {
        HolderHost host = new HolderHost();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(host.answer(line.split(" ", -1)));
        }
        Runtime.getRuntime().halt(0); // Closing all those sockets takes longer than the kernel does it.
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "open" -> open(Integer.parseInt(words[1]), HeldKind.valueOf(words[2].toUpperCase(Locale.ROOT)));
            case "figures" -> figures();
            case "guest" -> Guest.look().toString();
            case "scan" -> scan(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        };
    }

    private String open(int count, HeldKind kind) throws IOException {
        long start = System.nanoTime();
        held.add(HeldSockets.open(count, kind));
        return Long.toString(System.nanoTime() - start);
    }

    private static String figures() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        System.gc();
        return memory.getHeapMemoryUsage().getUsed()
                + " " + memory.getNonHeapMemoryUsage().getUsed()
                + " " + ManagementFactory.getThreadMXBean().getThreadCount()
                + " " + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static String scan(int millis) throws IOException {
        Timing timing = new Timing(1);
        timing.repeat(Guest::scan, millis);
        return timing.toString();
    }
}
