package io.fdscope.cli;

import io.fdscope.terminal.Look;
import io.fdscope.terminal.Stty;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code top}: a live view. */
@Command(
        name = "top",
        description =
                "Watches a process that has fdscope in it: a screen on a terminal, else a line for each reading. It ends"
                        + " with q, ctrl-C, or the process.",
        mixinStandardHelpOptions = true)
final class TopCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetParameter process;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "1",
            converter = Interval.class,
            description = "From one look to the next, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    private Duration interval;

    @Option(names = "--once", description = "Look once, and print a line.")
    private boolean once;

    @Option(names = "--json", description = "Print JSON, one object a line for each look.")
    private boolean json;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() throws UserError, IOException, InterruptedException {
        Access how = access.access();
        try (GlanceSource source = process.target().glances(how)) {
            if (!once && !json && Look.hasScreen(System.getenv()) && Stty.isThere()) {
                new LiveTop(source, interval).run(source.look());
            } else {
                print(source);
            }
            return 0;
        }
    }

    private void print(GlanceSource source) throws UserError, InterruptedException {
        CommandLine line = spec.commandLine();
        TopLines lines = new TopLines(source, new Screen(line.getOut()), new Screen(line.getErr()), json);
        if (once) {
            lines.once();
        } else {
            lines.run(interval);
        }
    }

    /** Refuses what is no such number. */
    static final class Interval implements ITypeConverter<Duration> {
        private static final int MOST_SECONDS = 3600;

        @Override
        public Duration convert(String text) {
            if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_SECONDS) {
                return Duration.ofSeconds(Integer.parseInt(text));
            }
            throw new TypeConversionException("--interval is a number of seconds from 1 to " + MOST_SECONDS);
        }
    }
}
