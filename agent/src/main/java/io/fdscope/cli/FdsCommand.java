package io.fdscope.cli;

import io.fdscope.descriptor.DescriptorFilter;
import io.fdscope.row.Row;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code fds}: a table of descriptors. */
@Command(
        name = "fds",
        description = "Lists what a process that has fdscope in it has open. It scans for this.",
        mixinStandardHelpOptions = true)
final class FdsCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PID|URL",
            converter = Target.Converter.class,
            description = "A process id (asked by attaching), or a JMX address: host:port or service:jmx:...")
    private Target target;

    @Option(
            names = "--filter",
            paramLabel = "WORD",
            defaultValue = "",
            description = "Only those of a kind, protocol or state: socket, tcp6, CLOSE_WAIT, unidentified, ...")
    private String filter;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Limit.class,
            description = "The most rows, 1 to 10000, lowest numbers first (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private AccessOptions access;

    @Override
    public Integer call() throws UserError {
        checkFilter();
        List<Row> rows = target.inside(access.access()).descriptors(filter, limit);
        new Screen(spec.commandLine().getOut())
                .print(
                        json
                                ? new RowsJson("descriptors", rows).write(target.head())
                                : new FdsText(rows, limit).lines());
        return 0;
    }

    private void checkFilter() {
        try {
            DescriptorFilter unused = new DescriptorFilter(filter);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Refuses what is no such number. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("--limit is a number from 1 to " + MOST);
        }
    }
}
