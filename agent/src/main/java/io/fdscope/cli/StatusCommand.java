package io.fdscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code status}: one reading. */
@Command(
        name = "status",
        description = "Prints one reading of a process that has fdscope in it.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PID|URL",
            converter = Target.Converter.class,
            description = "A process id (read from its black box, also when it hangs or is dead), or a JMX address:"
                    + " host:port or service:jmx:...")
    private Target target;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TimeoutOption timeout;

    @Override
    public Integer call() throws UserError {
        Status status = target.source(timeout.limit()).read();
        new Screen(spec.commandLine().getOut())
                .print(
                        json
                                ? StatusJson.write(status) + "\n"
                                : new StatusText(status).lines(System.currentTimeMillis()));
        return 0;
    }
}
