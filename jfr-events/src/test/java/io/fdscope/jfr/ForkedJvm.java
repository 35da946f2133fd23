package io.fdscope.jfr;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@link WatchedMain} in a JVM of the JDK that runs the test, and that JDK's own tools. */
final class ForkedJvm {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final long SECONDS = 60;
    private static final String ENDED = "(ended)";

    private final Process process;
    private final BufferedReader output;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ForkedJvm(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "answers of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static ForkedJvm start(String... vmOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(BIN.resolve("java").toString()));
        command.addAll(List.of(vmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WatchedMain.class.getName()));
        return new ForkedJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Has it do something and waits until it is done. */
    List<String> ask(String command) throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8)
                .append(command)
                .append('\n')
                .flush();
        List<String> lines = new ArrayList<>();
        for (String line = next(command); !line.equals("."); line = next(command)) {
            lines.add(line);
        }
        return lines;
    }

    /** Runs {@code jcmd} on it. */
    void jcmd(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("jcmd", Long.toString(process.pid())));
        command.addAll(List.of(words));
        tool(command.toArray(String[]::new));
    }

    /** Runs a tool of the JDK and gives what it prints. */
    static String tool(String... command) throws IOException, InterruptedException {
        command[0] = BIN.resolve(command[0]).toString();
        File text = File.createTempFile("tool", ".txt");
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(text)
                .start();
        boolean ended = tool.waitFor(SECONDS, TimeUnit.SECONDS);
        String printed = Files.readString(text.toPath());
        Files.delete(text.toPath());
        if (!ended || tool.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + printed);
        }
        return printed;
    }

    private String next(String command) throws IOException, InterruptedException {
        String line = answers.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(ENDED)) {
            throw new IOException("no answer to " + command);
        }
        return line;
    }

    private void read() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(">")) {
                    answers.add(line.substring(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            answers.add(ENDED);
        }
    }

    /** Ends it and gives its exit status: 0 where it went in good order. */
    int end() throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8).close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
