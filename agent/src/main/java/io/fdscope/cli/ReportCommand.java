package io.fdscope.cli;

import io.fdscope.jfr.recording.ReadRecording;
import io.fdscope.jfr.recording.RecordingReader;
import io.fdscope.jfr.recording.UnreadableRecordingException;
import io.fdscope.report.Report;
import io.fdscope.report.ReportForm;
import io.fdscope.report.ReportJson;
import io.fdscope.report.ReportPage;
import io.fdscope.report.ReportText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: what a recording tells, or what differs between two. */
@Command(
        name = "report",
        description =
                "Reads a flight recording, judges it as the process was, and writes a page that needs nothing else:"
                        + " FILE.html beside it. Of two recordings it tells what differs.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE.jfr",
            description = "A recording: whole, cut off, damaged, or of a JVM that was killed.")
    private Path file;

    @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER.jfr", description = "Another one, to compare.")
    private Path other;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write to, instead of the page's own name or standard output.")
    private Path output;

    @ArgGroup
    private Format format = new Format();

    /** At most one of them. */
    static final class Format {
        @Option(names = "--text", description = "Print text instead.")
        private boolean text;

        @Option(names = "--json", description = "Print JSON instead, in the schema of docs/report-json.md.")
        private boolean json;
    }

    @Override
    public Integer call() throws UserError {
        List<Path> files = new ArrayList<>(List.of(file));
        Optional.ofNullable(other).ifPresent(files::add);
        ReportFile target = new ReportFile(files, Optional.ofNullable(output), extension());
        target.check().ifPresent(complaint -> {
            throw new ParameterException(spec.commandLine(), complaint);
        });
        List<ReadRecording> recordings = new ArrayList<>();
        for (Path each : files) {
            recordings.add(read(each));
        }
        write(form(new Report(new Version().getVersion()[0], recordings)), target);
        return 0;
    }

    private void write(ReportForm report, ReportFile target) throws UserError {
        PrintWriter out = spec.commandLine().getOut();
        if (target.isFile()) {
            target.write(report);
            new Screen(out).print(target.path() + "\n");
        } else {
            print(report, out);
        }
    }

    private static void print(ReportForm report, PrintWriter out) {
        try {
            report.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a PrintWriter throws none", e);
        }
        out.flush();
    }

    private String extension() {
        if (format.text) {
            return "txt";
        }
        return format.json ? "json" : "html";
    }

    private ReadRecording read(Path from) throws UserError {
        try {
            ReadRecording read = new RecordingReader(
                            from, new Progress(from, spec.commandLine().getErr()))
                    .read();
            read.problems()
                    .forEach(problem -> new Screen(spec.commandLine().getErr())
                            .print("fdscope: " + from.getFileName() + ": " + problem + "\n"));
            return read;
        } catch (UnreadableRecordingException e) {
            throw new UserError(e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(from + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ReportForm form(Report report) {
        if (format.text) {
            return new ReportText(report);
        }
        return format.json ? new ReportJson(report) : new ReportPage(report);
    }
}
