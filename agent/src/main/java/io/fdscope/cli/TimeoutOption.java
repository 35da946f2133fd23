package io.fdscope.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --timeout}, as every verb has it that waits for another process. */
final class TimeoutOption {
    /** What a process takes that only has to look, with some to spare for one that is very busy. */
    static final Duration USUAL = Duration.ofSeconds(10);
    /** For a full collection of a large heap, and until what it found has been closed. */
    static final Duration OF_A_COLLECTION = Duration.ofSeconds(60);

    private static final int MOST_SECONDS = 86_400;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "How long to wait for the other process, 1 to 86400 (default: 10; why --gc: 60).")
    private Duration timeout;

    /** @param unlessGiven how long to wait where the user has not said */
    TimeLimit limit(Duration unlessGiven) {
        return new TimeLimit(timeout == null ? unlessGiven : timeout);
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
