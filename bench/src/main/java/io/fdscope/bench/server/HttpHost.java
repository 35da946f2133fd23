package io.fdscope.bench.server;

import com.sun.management.ThreadMXBean;
import io.fdscope.bench.Guest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.LifecycleException;

/**
 * A JVM with an HTTP server, {@code tomcat} or {@code netty}, driven by {@code bench/application} and
 * {@code bench/hooks} through lines on its input; it ends with its input. Each command is answered by one line:
 *
 * <pre>
 * port        where it listens
 * allocated   bytes that its threads have allocated so far
 * guest       {@link Guest#toString}
 * </pre>
 */
public final class HttpHost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> byThread = new HashMap<>();
    private final HttpServer server;

    private HttpHost(String name) throws IOException, LifecycleException, InterruptedException {
        server = switch (name) {
            case "tomcat" -> new TomcatServer();
            case "netty" -> new NettyServer();
            default -> throw new IllegalArgumentException("no such server: " + name);
        };
    }

    public static void main(String[] arguments) throws IOException, LifecycleException, InterruptedException {
        HttpHost host = new HttpHost(arguments[0]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(host.answer(line));
        }
        Runtime.getRuntime().halt(0);
    }

    private String answer(String line) {
        return switch (line) {
            case "port" -> Integer.toString(server.port());
            case "allocated" -> Long.toString(allocated());
            case "guest" -> Guest.look().toString();
            default -> throw new IllegalArgumentException("no such command: " + line);
        };
    }

    /** Of threads that have ended, what they had allocated when it last looked. */
    private long allocated() {
        long[] threads = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(threads);
        for (int i = 0; i < threads.length; i++) {
            if (bytes[i] >= 0) { // -1 where it has just ended.
                byThread.put(threads[i], bytes[i]);
            }
        }
        return byThread.values().stream().mapToLong(Long::longValue).sum();
    }
}
