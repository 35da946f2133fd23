package io.fdscope.cli;

import io.fdscope.threshold.Thresholds;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code check}: a plugin for Nagios and its relatives. Whatever goes wrong is UNKNOWN, in one line on stdout. */
@Command(
        name = "check",
        description = "Prints one line and figures for Nagios and its relatives, and exits with 0 OK, 1 WARNING,"
                + " 2 CRITICAL, 3 UNKNOWN.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = CheckCommand.UNKNOWN,
        exitCodeOnExecutionException = CheckCommand.UNKNOWN)
final class CheckCommand implements Callable<Integer> {
    static final int UNKNOWN = 3;

    /** What a leak suspect is. */
    enum Leaks {
        OFF(CheckState.OK),
        WARNING(CheckState.WARNING),
        CRITICAL(CheckState.CRITICAL);

        private final CheckState state;

        Leaks(CheckState state) {
            this.state = state;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetParameter process;

    @Option(
            names = {"-w", "--warn"},
            paramLabel = "THRESHOLDS",
            defaultValue = "80%",
            converter = Converter.class,
            description = "A share of the limit (80%%), a number of descriptors (5000), a growth (+200/min), or several"
                    + " joined by |, of which any suffices (default: 80%%).")
    private Thresholds warn;

    @Option(
            names = {"-c", "--critical"},
            paramLabel = "THRESHOLDS",
            defaultValue = "95%",
            converter = Converter.class,
            description = "The same for CRITICAL (default: 95%%).")
    private Thresholds critical;

    @Option(
            names = "--leaks",
            paramLabel = "off|warning|critical",
            defaultValue = "warning",
            description = "What a leak suspect makes of it at least (default: ${DEFAULT-VALUE}).")
    private Leaks leaks;

    @Option(
            names = "--stale",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How old the last reading may be before it is UNKNOWN (default: ${DEFAULT-VALUE}).")
    private int staleSeconds;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() {
        checkUsage();
        Check check = new Check(
                warn, critical, leaks.state, Duration.ofSeconds(staleSeconds).toMillis());
        try {
            Health health = process.target().health(access.access()).health();
            return say(check.of(health, System.currentTimeMillis()), health);
        } catch (UserError e) {
            return say(CheckResult.unknown(e.getMessage()), Health.NONE);
        }
    }

    private void checkUsage() {
        if (staleSeconds < 1) {
            throw new ParameterException(spec.commandLine(), "--stale is a number of seconds from 1");
        }
    }

    private int say(CheckResult result, Health judged) {
        new Screen(spec.commandLine().getOut())
                .print(json ? CheckJson.write(process.target().headOfReading(), result, judged) : result.line());
        return result.state().exitCode();
    }

    /** Refuses what is none. */
    static final class Converter implements ITypeConverter<Thresholds> {
        @Override
        public Thresholds convert(String text) {
            try {
                return Thresholds.parse(text);
            } catch (IllegalArgumentException e) {
                // The sign itself would part the line from its figures.
                throw new TypeConversionException(e.getMessage().replace("joined by |", "joined by a vertical bar"));
            }
        }
    }
}
