package io.fdscope.examples.incident;

import io.fdscope.blackbox.BlackBoxFinder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demo as a user starts it, in an empty folder; falls faster than for the show. Killed when closed. */
final class DemoRun implements AutoCloseable {
    static final int LIMIT = 500;
    private static final List<String> FAST = List.of("-Dfdscope.demo.limit=" + LIMIT, "-Dfdscope.demo.pauseMillis=4");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Path TREE = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SERVICE = Pattern.compile("service +process (\\d+) ");

    private final Path output;
    private final Path temporary;
    private final Process process;

    private DemoRun(Path output, ProcessBuilder builder) throws IOException {
        this.output = output;
        this.temporary = Files.createDirectory(temporaryFor(output));
        process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static Path temporaryFor(Path output) {
        return output.resolveSibling("temporary, of this run");
    }

    private static String temporaryOption(Path output) {
        return "-Djava.io.tmpdir=" + temporaryFor(output);
    }

    /** {@code ./fdscope demo}, with the Java that the test runs on. */
    static DemoRun byLauncher(Path folder, Path output) throws IOException {
        ProcessBuilder builder = in(folder, List.of(TREE.resolve("fdscope").toString(), "demo"));
        builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", FAST) + " '" + temporaryOption(output) + "'");
        return new DemoRun(output, builder);
    }

    /** {@code java -jar fdscope.jar demo}, with more in its environment. */
    static DemoRun byJar(Path folder, Path output, Map<String, String> environment) throws IOException {
        // A shell that started the build in the background may have made all of its children deaf to Ctrl-C.
        List<String> words = new ArrayList<>(
                List.of("/usr/bin/env", "--default-signal=INT", System.getProperty("java.home") + "/bin/java"));
        words.addAll(FAST);
        words.add(temporaryOption(output));
        words.addAll(List.of("-jar", TREE.resolve("agent/target/fdscope.jar").toString(), "demo"));
        ProcessBuilder builder = in(folder, words);
        builder.environment().putAll(environment);
        return new DemoRun(output, builder);
    }

    private static ProcessBuilder in(Path folder, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(new File(folder.toString()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Waits until it has shown something that matches. */
    DemoRun awaitOutput(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        awaitThat("output matches " + regex, () -> pattern.matcher(output()).find());
        return this;
    }

    int awaitExit() throws InterruptedException {
        awaitThat("the demo ends", () -> !process.isAlive());
        return process.exitValue();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long servicePid() {
        Matcher matcher = SERVICE.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("no service in the output:\n" + output());
        }
        return Long.parseLong(matcher.group(1));
    }

    void awaitServiceGone() throws InterruptedException {
        long pid = servicePid();
        awaitThat("service " + pid + " ends", () -> ProcessHandle.of(pid).isEmpty());
    }

    Optional<Path> blackBoxOfService() throws IOException {
        return new BlackBoxFinder(temporary).find(servicePid()).stream().findFirst();
    }

    /** What is left in the temporary folder that it was given, but for the folder of all black boxes. */
    List<String> leftBehind() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.map(file -> temporary.relativize(file).toString())
                    .filter(file -> !file.isEmpty() && !file.matches("fdscope_[^/]*"))
                    .toList();
        }
    }

    static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private void awaitThat(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what + "\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
