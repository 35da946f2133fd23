package io.fdscope.bench.server;

import com.sun.management.ThreadMXBean;
import io.fdscope.bench.Guest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.LifecycleException;

/**
 * A JVM with an HTTP server, {@code tomcat} or {@code netty}, driven by {@code bench/application} through lines on its
 * input; it ends with its input. Each command is answered by one line:
 *
 * <pre>
 * port        where it listens
 * allocated   bytes that its live threads have allocated so far
 * guest       {@link Guest#toString}
 * </pre>
 */
public final class HttpHost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

    /** Neither server ends a thread within the time of a measurement. */
    private static long allocated() {
        long bytes = 0;
        for (long thread : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            bytes += Math.max(0, thread); // -1 where it has just ended.
        }
        return bytes;
    }
}
