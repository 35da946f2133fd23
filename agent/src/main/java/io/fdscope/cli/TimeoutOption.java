package io.fdscope.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --timeout}, as every verb has it that waits for another process. */
final class TimeoutOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private TimeLimit limit = new TimeLimit(Duration.ZERO);

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for the other process (default: ${DEFAULT-VALUE}).")
    void setTimeout(int seconds) {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--timeout is a number of seconds from 1");
        }
        limit = new TimeLimit(Duration.ofSeconds(seconds));
    }

    TimeLimit limit() {
        return limit;
    }
}
