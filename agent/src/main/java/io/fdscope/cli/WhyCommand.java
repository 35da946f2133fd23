package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code why}: the verdict. */
@Command(
        name = "why",
        description = "Prints the verdict on a process that has fdscope in it: whether it leaks, and where.",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetParameter process;

    @Option(
            names = "--gc",
            description = "Have it do a full garbage collection instead, and say how many sockets of each suspect that"
                    + " closed: those the program drops. It stands still meanwhile.")
    private boolean collect;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() throws UserError {
        new Screen(spec.commandLine().getOut()).print(collect ? collected() : explained());
        return 0;
    }

    private String explained() throws UserError {
        Explanation found = process.target().verdict(access.access()).explain();
        if (!json) {
            String note = found.note().isEmpty() ? "" : "NOTE: " + found.note() + "\n\n";
            return note + found.text() + (found.text().endsWith("\n") ? "" : "\n");
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("target", found.target());
        head.put("source", found.source());
        head.put("note", found.note());
        head.put("text", found.text());
        return new RowsJson("suspects", found.suspects()).write(new Row(head));
    }

    private String collected() throws UserError {
        List<Row> rows = process.target()
                .inside(access.access(TimeoutOption.OF_A_COLLECTION))
                .collectGarbage();
        Row whole = rows.get(0);
        if (!json) {
            return whole.text("text");
        }
        Map<String, Object> head = new LinkedHashMap<>(process.target().head().values());
        head.putAll(whole.values());
        return new RowsJson("suspects", rows.subList(1, rows.size())).write(new Row(head));
    }
}
