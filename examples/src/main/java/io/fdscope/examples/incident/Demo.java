package io.fdscope.examples.incident;

import io.fdscope.examples.incident.Screen.Look;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@code fdscope demo}: starts the service, shows its fall, asks everybody about it, and leaves its recording. */
public final class Demo {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LONGEST_FALL = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long ROWS_LEFT_STANDING = 4;
    private static final Duration READING = Duration.ofSeconds(2);

    private final Screen screen;
    private final ServiceProcess service;
    private final BlackBoxWatch blackBox;
    private final ManagementClient management;
    private final long kernelTcpBefore = HostSockets.sockstat().kernelTcp();
    private long startMillis;

    private Demo(Screen screen, ServiceProcess service, BlackBoxWatch blackBox, ManagementClient management) {
        this.screen = screen;
        this.service = service;
        this.blackBox = blackBox;
        this.management = management;
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
            ServiceCommand command = new ServiceCommand(agentJar, examplesJar, settings);
            ServiceProcess service = cleanup.start(() -> ServiceProcess.start(command), ServiceProcess::close);
            String address = service.await(ServiceAnswer.READY, START);
            BlackBoxWatch blackBox = BlackBoxWatch.of(service.pid());
            cleanup.add(blackBox::remove);
            ManagementClient management = ManagementClient.connect(address);
            Demo demo = new Demo(screen, service, blackBox, management);
            new Introduction(service.pid(), blackBox.count("softLimit")).show(screen);
            demo.fall();
            Comparison comparison = demo.compare();
            Instant end = demo.letGo();
            cleanup.add(file::discardPartial);
            demo.leave(file, end);
            return comparison.isClose() ? 0 : 1;
        }
    }

    /** Shows each sample until the service fails for want of a descriptor. */
    private void fall() throws DemoFailure, InterruptedException {
        screen.line(screen.as(Look.HEADING, LiveRow.heading()));
        service.order("serve");
        startMillis = System.currentTimeMillis();
        Optional<String> failure = Optional.empty();
        for (int samples = 1; failure.isEmpty(); samples++) {
            LiveRow row = nextRow();
            if (row.elapsedSeconds() > LONGEST_FALL.toSeconds()) {
                throw new DemoFailure("the service still has descriptors after " + row.elapsedSeconds() + " s: "
                        + blackBox.count("openCount") + " open of " + blackBox.count("softLimit"));
            }
            management.observe(); // Keeps the connection in use.
            failure = service.awaitIfAny(ServiceAnswer.EXHAUSTED, Duration.ZERO);
            if (failure.isEmpty()) {
                show(samples, row.falling(screen));
            }
        }
        blackBox.awaitNewScan(ANSWER);
        LiveRow full = row();
        screen.line(full.falling(screen));
        screen.line("");
        screen.line(screen.as(Look.ALARM, "No descriptor left.") + " The service says:");
        screen.line("  " + failure.get());
        screen.line("Garbage collections so far: " + management.collections());
    }

    private void show(int samples, String row) {
        if (samples % ROWS_LEFT_STANDING == 0) {
            screen.line(row);
        } else {
            screen.passingLine(row);
        }
    }

    private LiveRow nextRow() throws DemoFailure, InterruptedException {
        service.awaitIfAny(ServiceAnswer.EXHAUSTED, Duration.ZERO); // Says so if the service is gone.
        blackBox.awaitNewReading(SECOND.multipliedBy(2));
        return row();
    }

    private LiveRow row() {
        return new LiveRow(startMillis, blackBox.figures());
    }

    /** Asks everybody, within a second or so; nothing moves any more, so that it is the same moment for all. */
    private Comparison compare() throws InterruptedException {
        Comparison comparison = new Comparison(blackBox.observe(), new ListOpenFiles(service.pid()).observe());
        screen.line("");
        screen.line(screen.as(Look.HEADING, "At this moment they say"));
        ComparisonTable.heading().forEach(line -> screen.line(screen.as(Look.HEADING, line)));
        screen.line(ComparisonTable.row(comparison.fdscope()));
        screen.line(ComparisonTable.row(management.observe()));
        screen.line(ComparisonTable.row(comparison.lsof()));
        screen.line(ComparisonTable.row(HostSockets.ss()));
        screen.line(ComparisonTable.row(HostSockets.sockstat()));
        screen.line(String.format(
                Locale.ROOT,
                "  The last column is of the whole host, which had %,d before; ss: closed - timewait.",
                kernelTcpBefore));
        screen.line(screen.as(comparison.isClose() ? Look.CALM : Look.ALARM, comparison.sentence()));
        return comparison;
    }

    /** Has the service give up its pool, and shows how the count falls. */
    private Instant letGo() throws DemoFailure, InterruptedException {
        Thread.sleep(READING.toMillis()); // The recorder writes an event each second: one more of this moment.
        Instant end = Instant.now();
        screen.line("");
        screen.line("Now the service gives up its pool and collects its garbage.");
        service.order("letgo");
        service.await(ServiceAnswer.LET_GO, ANSWER);
        long few = blackBox.count("softLimit") / 10;
        long deadline = System.nanoTime() + ANSWER.toNanos();
        LiveRow row = row();
        while (blackBox.count("unidentifiedSocketCount") > few && System.nanoTime() < deadline) {
            screen.line(row.recovering(screen));
            row = nextRow();
        }
        screen.line(row.recovering(screen));
        return end;
    }

    /** Has the recording written, and says what it says. */
    private void leave(DemoFile file, Instant end) throws DemoFailure, InterruptedException {
        service.order("dump " + file.partial());
        service.await(ServiceAnswer.DUMPED, ANSWER);
        Path recording = file.complete();
        screen.line("");
        screen.line("The recording says of the last second before:");
        ComparisonTable.heading().forEach(line -> screen.line(screen.as(Look.HEADING, line)));
        screen.line(ComparisonTable.row(new RecordedUsage(recording).observe(end)));
        screen.line("");
        screen.line("Left here: " + recording.getFileName() + ". To look at it:");
        screen.line("  jfr print --events io.fdscope.FileDescriptorUsage " + recording.getFileName());
    }
}
