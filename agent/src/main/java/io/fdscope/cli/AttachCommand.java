package io.fdscope.cli;

import io.fdscope.option.Options;
import io.fdscope.order.Verb;
import io.fdscope.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attach}: puts fdscope into a running JVM. */
@Command(
        name = "attach",
        description =
                "Puts fdscope into a running JVM, or changes the options of the one that is in it. JDK 21 and newer"
                        + " print a warning on stderr of that JVM.",
        mixinStandardHelpOptions = true)
final class AttachCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PID",
            converter = Target.PidConverter.class,
            description = "The process id of a JVM of this machine and of the same user.")
    private long pid;

    @Parameters(
            index = "1",
            paramLabel = "KEY=VALUE,...",
            arity = "0..1",
            defaultValue = "",
            description = "Options as those of the agent, e.g. scan=5s,warn=70%%; enabled=false stops it.")
    private String options;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TimeoutOption timeout;

    @Override
    public Integer call() throws UserError {
        List<String> complaints = new ArrayList<>();
        Options.parse(options, complaints::add);
        if (!complaints.isEmpty()) {
            throw new ParameterException(spec.commandLine(), complaints.get(0));
        }
        String answer = new Attachment(pid, timeout.limit(TimeoutOption.USUAL)).order(Verb.START, options);
        Map<String, Object> head =
                new LinkedHashMap<>(new Target(Long.toString(pid)).head().values());
        head.put("answer", answer);
        new Screen(spec.commandLine().getOut())
                .print(json ? RowsJson.of(new Row(head)) : "process " + pid + ": " + answer + "\n");
        return 0;
    }
}
