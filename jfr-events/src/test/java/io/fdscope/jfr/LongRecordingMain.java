package io.fdscope.jfr;

import io.fdscope.fault.Faults;
import io.fdscope.origin.TracingControl;
import io.fdscope.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * Writes a recording of our own events, as long as is wanted: creations and connects with stacks of three thousand shapes, figures,
 * and the evidence of two hundred sites. Arguments: the file, a folder for the repository, megabytes.
 */
final class LongRecordingMain {
    private static final int PER_SCAN = 5000;
    private static final int MOST_DEPTH = 60;
    /** As many stacks as a large application has. */
    private static final int SHAPES = 3000;

    private final Random random = new Random(3);
    private final Faults faults = new Faults();
    private final EvidenceEvents evidence =
            new EvidenceEvents(() -> Sample.NONE, TracingControl.NONE, new JfrEdge(faults));

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path repository = Path.of(arguments[1]);
        long bytes = Long.parseLong(arguments[2]) * 1_000_000;
        EventHooks.types().forEach(FlightRecorder::register);
        try (Recording recording = new Recording()) {
            EventHooks.types().forEach(type -> recording.enable(type).withoutThreshold());
            recording.start();
            new LongRecordingMain().write(repository, bytes);
            recording.stop();
            recording.dump(file);
        }
        System.out.println("written " + Files.size(file));
    }

    private void write(Path repository, long bytes) throws IOException {
        RandomProcess process = new RandomProcess(7, 210);
        for (int scan = 1; size(repository) < bytes; scan++) {
            evidence.judged(process.next(scan));
            for (int i = 0; i < PER_SCAN; i++) {
                int shape = random.nextInt(SHAPES);
                open(shape % MOST_DEPTH, shape * 0x9e3779b97f4a7c15L, i);
            }
            usage(scan);
        }
        if (faults.count() > 0) {
            throw new IllegalStateException(faults.byKind().toString());
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Two ways at each depth make many stacks, by the bits of a number. */
    private void open(int depth, long bits, int id) {
        if (depth > 0 && (bits & 1) == 0) {
            open(depth - 1, bits >>> 1, id);
        } else if (depth > 0) {
            openOtherwise(depth - 1, bits >>> 1, id);
        } else {
            commit(id);
        }
    }

    private void openOtherwise(int depth, long bits, int id) {
        open(depth, bits, id);
    }

    private void commit(int id) {
        SocketOpenedEvent opened = new SocketOpenedEvent();
        opened.creationId = id;
        opened.openedBy = "socket";
        opened.protocol = "tcp";
        opened.commit();
        SocketConnectedEvent connected = new SocketConnectedEvent();
        connected.creationId = id;
        connected.host = "host-" + random.nextInt(100_000) + ".example.org";
        connected.address = "192.0.2." + random.nextInt(256);
        connected.port = 1 + random.nextInt(1000);
        connected.failure = "java.net.ConnectException: " + random.nextInt();
        connected.commit();
    }

    private void usage(int scan) {
        FileDescriptorUsageEvent usage = new FileDescriptorUsageEvent();
        usage.openCount = scan;
        usage.softLimit = Integer.MAX_VALUE;
        usage.commit();
    }
}
