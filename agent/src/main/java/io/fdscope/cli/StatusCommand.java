package io.fdscope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: one reading. */
@Command(
        name = "status",
        description = "Prints one reading of a process that has fdscope in it.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetParameter process;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() throws UserError {
        Status status = process.target().source(access.access()).read();
        new Screen(spec.commandLine().getOut())
                .print(json ? StatusJson.write(status) : new StatusText(status).lines(System.currentTimeMillis()));
        return 0;
    }
}
