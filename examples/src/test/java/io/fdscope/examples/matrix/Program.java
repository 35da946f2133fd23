package io.fdscope.examples.matrix;

import io.fdscope.fixture.ForkedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program of {@code org.example} in a JVM of its own, of the JDK that runs the test. Closing it kills it. */
final class Program implements AutoCloseable {
    /** No garbage collection comes about by itself within the run. */
    private static final List<String> ROOMY =
            List.of("-XX:+UseSerialGC", "-Xms384m", "-Xmx384m", "-Xmn300m", "-XX:MetaspaceSize=128m");

    /** The programs have nothing of fdscope on their class path. */
    private static final Pattern OURS = Pattern.compile(".*/(core|agent|jfr-events|jmx-bridge)/target/.*");

    private final ForkedProcess process;
    private final String managementAddress;

    private Program(ForkedProcess process) {
        this.process = process;
        managementAddress = process.await("jmx ").substring("jmx ".length());
        process.until("ready");
    }

    /** Runs it, with more options for the JVM, and its temporary files in {@code folder}. */
    static Program run(Path folder, List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(ROOMY);
        all.add("-Djava.io.tmpdir=" + folder);
        all.addAll(options);
        return new Program(ForkedProcess.start(ForkedProcess.java(classPath(), all, main, arguments)));
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !OURS.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The address of its JMX server. */
    String managementAddress() {
        return managementAddress;
    }

    long pid() {
        return process.pid();
    }

    /** Has it begin; from then on it ticks twice a second. */
    void start() throws IOException {
        process.send("start");
    }

    /** Waits for the next tick, and returns its tally. */
    long awaitTick() {
        return figure(process.await("tick "));
    }

    /** Has it stop, and returns its tally, which is final. */
    long stop() throws IOException {
        process.send("stop");
        return figure(process.await("tally "));
    }

    private static long figure(String line) {
        return Long.parseLong(line.substring(line.indexOf(' ') + 1));
    }

    /** All that it has said. */
    String heard() {
        return String.join("\n", process.heard());
    }

    @Override
    public void close() {
        process.close();
    }
}
