package io.fdscope.jfr.dump;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.LastDescriptors;
import io.fdscope.jfr.Rotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** Keeps a recording as the option {@code record} does, beside one of its own, and stops it with no descriptor left. */
final class OwnRecordingHost {
    private static final Deque<SocketChannel> LEAKED = new ArrayDeque<>();

    private OwnRecordingHost() {}

    public static void main(String[] arguments) throws IOException {
        try (Recording other = new Recording()) {
            other.start();
            ContinuousRecording ours = ContinuousRecording.start(new RecordingSettings("default").read(), true);
            Await.until("fdscope is there", OwnRecordingHost::isGuarded);
            System.out.println("before: " + isSleepRecorded());
            LastDescriptors.take(LEAKED);
            System.out.println("stopped: " + stop(ours));
            System.out.println("running: " + ours.isRunning());
            System.out.println("after: " + isSleepRecorded());
            LastDescriptors.take(LEAKED);
            System.out.println("rotated: " + rotate());
            System.out.println("left behind: " + snapshots());
            System.out.println("settings: " + settings());
            LEAKED.forEach(OwnRecordingHost::close);
            System.out.println("stopped later: " + stop(ours));
            System.out.println("in the end: " + isSleepRecorded());
            System.out.println(
                    "known to the JDK: " + Configuration.getConfigurations().size());
        }
    }

    private static boolean isGuarded() {
        return ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
                .anyMatch(name -> name.getDomain().equals("io.fdscope"));
    }

    /** An event that only our recording has switched on. */
    private static boolean isSleepRecorded() {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .anyMatch(type -> type.getName().equals("jdk.ThreadSleep") && type.isEnabled());
    }

    private static String stop(ContinuousRecording recording) {
        try {
            recording.close();
            return "yes";
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    private static String rotate() {
        try {
            Rotation.force();
            return "yes";
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    private static String settings() {
        try {
            LastDescriptors.take(LEAKED);
            return new RecordingSettings("profile").read().getName();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static long snapshots() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(recording -> recording.getName().equals("Snapshot"))
                .count();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
