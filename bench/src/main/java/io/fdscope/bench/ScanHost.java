package io.fdscope.bench;

import io.fdscope.descriptor.Census;
import io.fdscope.procfs.OpenCount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A JVM that looks at the descriptors that it has inherited, driven by {@code bench/run} through lines on its input; it
 * ends with its input. Its one argument is the probe. Each command is answered by one line:
 *
 * <pre>
 * scan 300         {@link Timing#toString}, then unidentified sockets, sockets
 * count size 300   {@link Timing#toString}, then the count
 * </pre>
 *
 * The times to spend are milliseconds. The program in C speaks the same language.
 */
public final class ScanHost {
    /** More than the turns after which a native probe has looked at everything once. */
    private static final int SETTLING = 40;
    /** By size it takes two microseconds. */
    private static final int COUNTS_AT_ONCE = 10;

    private final SteadyScan scan;
    private Census census;
    private long open;

    private ScanHost(String probe) throws IOException {
        scan = new SteadyScan(probe);
        for (int i = 0; i < SETTLING; i++) {
            census = scan.run();
        }
    }

    public static void main(String[] arguments) throws IOException {
        ScanHost host = new ScanHost(arguments[0]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(host.answer(line.split(" ")));
        }
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "scan" -> scan(Integer.parseInt(words[1]));
            case "count" -> count(CountWay.valueOf(words[1].toUpperCase(Locale.ROOT)), Integer.parseInt(words[2]));
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        };
    }

    private String scan(int millis) throws IOException {
        Timing timing = new Timing(1);
        timing.repeat(() -> census = scan.run(), millis);
        if (scan.faults() > 0) {
            throw new IllegalStateException(scan.faults() + " faults while scanning");
        }
        return timing + " " + census.unidentified() + " " + census.sockets();
    }

    private String count(CountWay way, int millis) throws IOException {
        OpenCount count = way.make();
        Timing timing = new Timing(COUNTS_AT_ONCE);
        timing.repeat(() -> open = count.read(), millis);
        return timing + " " + open;
    }
}
