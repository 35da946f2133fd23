package io.fdscope.guard;

import io.fdscope.fixture.LastDescriptors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** An application that records itself and leaks, as it is told by lines. It knows nothing of fdscope. */
final class RecordingHost {
    private static final Deque<SocketChannel> LEAKED = new ArrayDeque<>();

    private static int ticks;
    private static Recording recording;

    private RecordingHost() {}

    public static void main(String[] arguments) throws IOException {
        SocketChannel.open().close();
        System.out.println("main runs");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = (line + " ").split(" ", 2);
            System.out.println(words[0] + ": " + answer(words[0], words[1].strip()));
        }
    }

    /** What a call of the flight recorder throws is an answer like any other. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static Object answer(String verb, String argument) {
        try {
            return obey(verb, argument);
        } catch (IOException | JMException | RuntimeException e) {
            return e;
        }
    }

    private static Object obey(String verb, String argument) throws IOException, JMException {
        return switch (verb) {
            case "record" -> record(argument);
            case "tick" -> tick(Integer.parseInt(argument));
            case "exhaust" -> LastDescriptors.take(LEAKED);
            case "free" -> free(Integer.parseInt(argument));
            case "snapshot" -> snapshot();
            case "snapshots" -> snapshots(Integer.parseInt(argument));
            case "write" -> write(Path.of(argument));
            case "bean" -> bean(argument.split(" "));
            case "get" -> attribute(argument);
            case "jcmd" -> jcmd(argument);
            case "recordings" -> recordings();
            case "exit" -> exit();
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static String record(String where) {
        recording = new Recording();
        recording.setToDisk(where.equals("disk"));
        recording.enable(TickEvent.class);
        recording.start();
        return "started";
    }

    private static String tick(int count) {
        for (int i = 0; i < count; i++) {
            TickEvent event = new TickEvent();
            event.number = ticks++;
            event.commit();
        }
        return ticks + " in all";
    }

    private static String free(int count) throws IOException {
        for (int i = 0; i < count && !LEAKED.isEmpty(); i++) {
            LEAKED.pop().close();
        }
        return LEAKED.size() + " left";
    }

    private static String snapshot() {
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            return snapshot.getSize() > 0 ? "taken" : "empty";
        }
    }

    /** Exhausts before each: what the JVM held for a moment may have let the last one be taken. */
    private static String snapshots(int most) {
        for (int i = 1; i < most; i++) {
            LastDescriptors.take(LEAKED);
            snapshot();
        }
        LastDescriptors.take(LEAKED);
        return snapshot();
    }

    private static String write(Path file) throws IOException {
        recording.dump(file);
        return "written";
    }

    /** What {@code jcmd PID JFR.dump} does, without a descriptor for being asked. */
    private static String jcmd(String file) throws JMException {
        Object said = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "jfrDump",
                        new Object[] {new String[] {"filename=" + file}},
                        new String[] {String[].class.getName()});
        return said.toString().lines().findFirst().orElse("");
    }

    /** Their states; what the recorder has left behind is null. */
    private static String recordings() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .map(one -> one == null ? "null" : one.getState().toString())
                .collect(Collectors.joining(" "));
    }

    private static Object bean(String... operationAndArgument) throws JMException {
        boolean none = operationAndArgument.length == 1;
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("io.fdscope:type=FileDescriptors"),
                            operationAndArgument[0],
                            none ? new Object[0] : new Object[] {operationAndArgument[1]},
                            none ? new String[0] : new String[] {String.class.getName()});
        } catch (MBeanException | RuntimeMBeanException e) {
            return e.getCause().getMessage();
        }
    }

    private static Object attribute(String name) throws JMException {
        ObjectName bean = new ObjectName("io.fdscope:type=FileDescriptors");
        boolean there = ManagementFactory.getPlatformMBeanServer().isRegistered(bean);
        Object value = there ? ManagementFactory.getPlatformMBeanServer().getAttribute(bean, name) : "no bean";
        return value instanceof String[] names ? String.join(", ", names) : value;
    }

    private static String exit() {
        System.exit(0);
        return "";
    }
}
