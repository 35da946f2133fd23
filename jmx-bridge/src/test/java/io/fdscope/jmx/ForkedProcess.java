package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that is talked to by lines, and dies at the latest when its time is over: no wait on it is for ever. */
final class ForkedProcess implements AutoCloseable {
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(90);

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final List<String> heard = new ArrayList<>();

    ForkedProcess(List<String> command) {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = process.inputReader();
        in = process.outputWriter();
        CompletableFuture.delayedExecutor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
    }

    /** The java of the JVM that runs the test. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    long pid() {
        return process.pid();
    }

    void send(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** Reads on up to the first line that holds {@code text}, and returns it. */
    String await(String text) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            heard.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("ended without '" + text + "', after: " + String.join("\n", heard));
    }

    /** All lines so far. */
    List<String> heard() {
        return heard;
    }

    /** Closes its input and returns how it ended. */
    int end() throws IOException, InterruptedException {
        in.close();
        out.lines().forEach(heard::add);
        assertThat(process.waitFor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
