package io.fdscope.examples.incident;

import io.fdscope.examples.incident.Screen.Look;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code fdscope demo}: starts the service, shows its fall, asks everybody about it, has fdscope say who leaks and whether
 * a garbage collection would help, and leaves the recording and a page about it.
 */
public final class Demo {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration READING = Duration.ofSeconds(2);

    private final Stage stage;
    private final Screen screen;
    private final long kernelTcpBefore = HostSockets.sockstat().kernelTcp();

    private Demo(Stage stage) {
        this.stage = stage;
        this.screen = stage.screen();
    }

    /**
     * Runs it.
     *
     * @param agentJar fdscope
     * @param examplesJar the jar with this class; the service's libraries are in {@code lib} next to it
     * @return the exit code
     * @throws Exception with a message for the user, where it cannot go on
     */
    public static Integer run(File agentJar, File examplesJar) throws Exception {
        Screen screen = Screen.ofStandardOutput();
        DemoFile file = DemoFile.in(Path.of(""));
        DemoSettings settings = DemoSettings.fromProperties();
        try (Cleanup cleanup = Cleanup.installed(screen)) {
            RecorderFolder recorderFolder = cleanup.start(RecorderFolder::make, RecorderFolder::remove);
            ServiceCommand command = new ServiceCommand(agentJar, examplesJar, recorderFolder, settings);
            ServiceProcess service = cleanup.start(() -> ServiceProcess.start(command), ServiceProcess::close);
            String address = service.await(ServiceAnswer.READY, START);
            BlackBoxWatch blackBox = BlackBoxWatch.of(service.pid());
            cleanup.add(blackBox::remove);
            ManagementClient management = ManagementClient.connect(address);
            Stage stage = new Stage(screen, service, blackBox, management);
            new Introduction(service.pid(), blackBox.count("softLimit")).show(screen);
            Comparison comparison = new Demo(stage).play(cleanup, file);
            return comparison.isClose() ? 0 : 1;
        }
    }

    private Comparison play(Cleanup cleanup, DemoFile file) throws DemoFailure, InterruptedException {
        Fall fall = new Fall(stage);
        fall.show();
        Comparison comparison = compare();
        explain();
        Thread.sleep(READING.toMillis()); // The recorder writes an event each second: one more of this moment.
        Instant end = Instant.now();
        new Proof(stage, fall).show();
        cleanup.add(file::discardPartial);
        leave(file, end);
        return comparison;
    }

    /** Asks everybody, within a second or so; nothing moves any more, so that it is the same moment for all. */
    private Comparison compare() throws InterruptedException {
        Comparison comparison = new Comparison(
                stage.blackBox().observe(), new ListOpenFiles(stage.service().pid()).observe());
        stage.heading("At this moment they say");
        ComparisonTable.heading().forEach(line -> screen.line(screen.as(Look.HEADING, line)));
        screen.line(ComparisonTable.row(comparison.fdscope()));
        screen.line(ComparisonTable.row(stage.management().observe()));
        screen.line(ComparisonTable.row(comparison.lsof()));
        screen.line(ComparisonTable.row(HostSockets.ss()));
        screen.line(ComparisonTable.row(HostSockets.sockstat()));
        screen.line(String.format(
                Locale.ROOT,
                "  Last column: of the whole host, which had %,d before; ss: closed - timewait.",
                kernelTcpBefore));
        screen.line(screen.as(comparison.isClose() ? Look.CALM : Look.ALARM, comparison.sentence()));
        return comparison;
    }

    /** Shows the verdict. */
    private void explain() throws DemoFailure, InterruptedException {
        BlackBoxWatch blackBox = stage.blackBox();
        blackBox.awaitSuspect(ANSWER);
        blackBox.awaitNewScan(ANSWER);
        stage.heading("The verdict, as ./fdscope why " + stage.service().pid() + " words it (shortened)");
        stage.quote(new VerdictView(blackBox.verdict()).essence());
    }

    /** Has the recording written, and says what it says. */
    private void leave(DemoFile file, Instant end) throws DemoFailure, InterruptedException {
        stage.service().order("dump " + file.partial());
        stage.service().await(ServiceAnswer.DUMPED, ANSWER);
        Path recording = file.complete();
        stage.heading("The recording says of the last second before");
        ComparisonTable.heading().forEach(line -> screen.line(screen.as(Look.HEADING, line)));
        screen.line(ComparisonTable.row(new RecordedUsage(recording).observe(end)));
        screen.line("");
        Path page = new DemoPage(recording).write();
        screen.line("Left here: " + page.getFileName() + ", a page that tells all of this; open it in a browser.");
        screen.line("And the recording that it was made from, " + recording.getFileName() + ":");
        screen.line("  ./fdscope report --text " + recording.getFileName());
        screen.line("  jfr print --events io.fdscope.LeakSuspect " + recording.getFileName());
    }
}
