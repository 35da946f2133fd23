package io.fdscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's entry. Exit codes: 0 fine, 1 failed, 2 wrong usage; {@code check} has its own. */
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
            CheckCommand.class,
            TopCommand.class,
            DemoCommand.class
        })
public final class Main implements Callable<Integer> {
    static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Outlet stdout = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = stdout.writer();
        CommandLine line = commandLine().setOut(out);
        int code = line.execute(arguments);
        out.flush();
        if (stdout.failure().isPresent()) {
            System.err.println("fdscope: cannot write: " + stdout.failure().get());
            code = codeOfFailure(line);
        }
        System.exit(code);
    }

    /** As the verb has it that was called. */
    private static int codeOfFailure(CommandLine line) {
        ParseResult parsed = line.getParseResult();
        return parsed != null && parsed.hasSubcommand()
                ? parsed.subcommand().commandSpec().exitCodeOnExecutionException()
                : FAILED;
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Main::run)
                .setExecutionExceptionHandler(Main::failed)
                .setParameterExceptionHandler(Main::wrongUsage);
    }

    /** picocli lets an {@link Error} pass its handlers, and the JVM would end with 1, whatever the verb's codes are. */
    private static int run(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error e) {
            List<CommandLine> lines = parsed.asCommandLineList();
            throw new ExecutionException(lines.get(lines.size() - 1), e.toString(), e);
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** Our own converters know better what is wrong than the frame that picocli puts around it. */
    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && e.getCommandLine().getParent() == null) {
            return noSuchCommand(unmatched);
        }
        return e.getCause() instanceof TypeConversionException ? e.getCause().getMessage() : e.getMessage();
    }

    private static String noSuchCommand(UnmatchedArgumentException unmatched) {
        List<String> alike = unmatched.getSuggestions();
        return "there is no command '" + unmatched.getUnmatched().get(0) + "'"
                + (alike.isEmpty() ? "" : "; did you mean '" + alike.get(0) + "'?");
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean worded = e instanceof UserError || e instanceof ExecutionException;
        complain(command, worded ? e.getMessage() : e.toString());
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        complain(command, message(e) + " (see '" + name + " --help')");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Who calls a check reads one line of its stdout, and nothing else. */
    private static void complain(CommandLine command, String message) {
        if (command.getCommand() instanceof CheckCommand) {
            new Screen(command.getOut()).print(CheckResult.unknown(message).line());
        } else {
            new Screen(command.getErr()).print("fdscope: " + message + "\n");
        }
    }
}
