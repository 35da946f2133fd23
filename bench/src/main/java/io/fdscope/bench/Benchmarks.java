package io.fdscope.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * JMH with the garbage of each operation ({@code gc.alloc.rate.norm}), and the probes that this JDK has. Takes JMH's own
 * command line: {@code java -jar bench/target/benchmarks.jar Scan -p descriptors=19000 -p probe=jdk}.
 */
public final class Benchmarks {
    private static final int FOREIGN_FUNCTIONS = 22;

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        CommandLineOptions line;
        try {
            line = new CommandLineOptions(arguments);
        } catch (CommandLineOptionException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(2);
            return;
        }
        ChainedOptionsBuilder options = new OptionsBuilder().parent(line).addProfiler(GCProfiler.class);
        if (Runtime.version().feature() < FOREIGN_FUNCTIONS
                && !line.getParameter("probe").hasValue()) {
            options.param("probe", "tables", "jdk");
        }
        new Runner(options.build()).run();
    }
}
