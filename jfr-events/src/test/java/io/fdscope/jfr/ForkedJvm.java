package io.fdscope.jfr;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@link WatchedMain} in a JVM of the JDK that runs the test, and that JDK's own tools. */
final class ForkedJvm {
    private final ForkedProcess process;

    private ForkedJvm(ForkedProcess process) {
        this.process = process;
    }

    static ForkedJvm start(String... vmOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(ForkedProcess.java()));
        command.addAll(List.of(vmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WatchedMain.class.getName()));
        return new ForkedJvm(ForkedProcess.start(command));
    }

    /** Has it do something, waits until it is done, and gives its answers. */
    List<String> ask(String command) throws IOException {
        process.send(command);
        return process.until(">.").stream()
                .filter(line -> line.startsWith(">"))
                .map(line -> line.substring(1))
                .collect(Collectors.toList());
    }

    /** Runs {@code jcmd} on it. */
    void jcmd(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("jcmd", Long.toString(process.pid())));
        command.addAll(List.of(words));
        tool(command.toArray(String[]::new));
    }

    /** Runs a tool of the JDK, which must succeed, and gives what it prints. */
    static String tool(String... command) throws IOException {
        command[0] = Path.of(ForkedProcess.java()).resolveSibling(command[0]).toString();
        try (ForkedProcess tool = ForkedProcess.start(List.of(command))) {
            int exitCode = tool.end();
            String printed = String.join("\n", tool.heard());
            if (exitCode != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + printed);
            }
            return printed;
        }
    }

    /** Ends it and gives its exit status: 0 where it went in good order. */
    int end() throws IOException {
        return process.end();
    }
}
