package io.fdscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line's entry. Exit codes: 0 fine, 1 failed, 2 wrong usage. */
@Command(
        name = "fdscope",
        description = "Tells what a JVM has open, and which line of code opened it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AttachCommand.class,
            StatusCommand.class,
            FdsCommand.class,
            WhyCommand.class,
            ReportCommand.class,
            TopCommand.class,
            DemoCommand.class
        })
public final class Main implements Callable<Integer> {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Outlet stdout = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = stdout.writer();
        int code = commandLine().setOut(out).execute(arguments);
        out.flush();
        if (stdout.failure().isPresent()) {
            System.err.println("fdscope: cannot write: " + stdout.failure().get());
            code = FAILED;
        }
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::failed)
                .setParameterExceptionHandler(Main::wrongUsage);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** Our own converters know better what is wrong than the frame that picocli puts around it. */
    private static String message(ParameterException e) {
        return e.getCause() instanceof TypeConversionException ? e.getCause().getMessage() : e.getMessage();
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        new Screen(command.getErr())
                .print("fdscope: " + (e instanceof UserError ? e.getMessage() : e.toString()) + "\n");
        return FAILED;
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("fdscope: " + message(e) + " (see '" + name + " --help')");
        return WRONG_USAGE;
    }
}
