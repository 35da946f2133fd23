package io.fdscope.cli;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line as a user runs it, {@code java -jar fdscope.jar}, but for the compiler C2: a quarter of what a run takes.
 *
 * @param exitCode 0 fine, 1 failed, 2 wrong usage
 * @param output all that it said, on stdout and stderr
 */
record Run(int exitCode, List<String> output) {
    /** On the JDK that runs the test. */
    static Run of(String... arguments) throws IOException {
        return on(ForkedProcess.java(), arguments);
    }

    /** On another JDK. */
    static Run on(String java, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-jar", AgentHost.JAR.toString()));
        command.addAll(List.of(arguments));
        return command(command);
    }

    static Run command(List<String> command) throws IOException {
        try (ForkedProcess process = ForkedProcess.start(command)) {
            int exitCode = process.end();
            return new Run(exitCode, process.heard());
        }
    }

    String text() {
        return String.join("\n", output);
    }
}
