package io.fdscope.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --timeout}, as every verb has it that waits for another process. */
final class TimeoutOption {
    private static final int MOST_SECONDS = 86_400;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            converter = Seconds.class,
            description = "How long to wait for the other process, 1 to 86400 (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    TimeLimit limit() {
        return new TimeLimit(timeout);
    }

    /** Refuses what is no such number. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (text.matches("\\d{1,5}")) {
                int seconds = Integer.parseInt(text);
                if (seconds >= 1 && seconds <= MOST_SECONDS) {
                    return Duration.ofSeconds(seconds);
                }
            }
            throw new TypeConversionException("--timeout is a number of seconds from 1 to " + MOST_SECONDS);
        }
    }
}
