package io.fdscope.trace;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.jfr.EventSources;
import io.fdscope.jfr.FlightRecorderEvents;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import io.fdscope.threshold.AlertMonitor;
import io.fdscope.threshold.Thresholds;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;

/** Records what it does with sockets on disk, into the file of its property. */
final class RecordedMain {
    static final String FILE = "fdscope.test.recording";
    static final int BURST = 5000;

    private RecordedMain() {}

    public static void main(String[] arguments) throws Exception {
        Faults faults = new Faults();
        Announcer announcer = new Announcer(System.out::println);
        AlertMonitor alerts = new AlertMonitor(Thresholds.parse("80%"), Thresholds.parse("95%"));
        FlightRecorderEvents events = FlightRecorderEvents.install(
                new EventSources(() -> Sample.NONE, alerts, LeakSources.NONE, faults), announcer);
        SocketTracing tracing = SocketTracing.install(TestAgent.instrumentation(), new TracerLog(), faults, announcer);
        tracing.listen(events.sockets());
        HostWork.once(); // before anybody records
        try (Recording recording = new Recording()) {
            recording.enable("io.fdscope.SocketClosed");
            recording.setToDisk(true);
            recording.start();
            play();
            burst();
            runOut();
            recording.stop();
            recording.dump(Path.of(System.getProperty(FILE)));
        }
        tracing.close();
        events.close();
        System.out.println("faults " + faults.byKind());
    }

    private static void play() throws IOException {
        Scenarios.socket();
        Scenarios.refusedChannel();
        Scenarios.unixDomain();
    }

    private static void burst() throws IOException {
        for (int i = 0; i < BURST; i++) {
            SocketChannel.open().close();
        }
    }

    private static void runOut() throws IOException {
        List<FileInputStream> files = new ArrayList<>();
        try {
            while (true) {
                files.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException full) {
            fail();
        }
        for (FileInputStream file : files) {
            file.close();
        }
    }

    private static void fail() {
        try (SocketChannel channel = SocketChannel.open()) {
            throw new AssertionError("opened " + channel);
        } catch (IOException expected) {
            // The victim.
        }
    }
}
