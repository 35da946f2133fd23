package io.fdscope.soak;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What came of one run of a {@link SoakHost}.
 *
 * @param exitCode 0, or 134 where it was aborted
 * @param committed events, by its log
 * @param read of these from its recording; −1 where there is none
 * @param jcmd how many dumps by jcmd were granted and refused
 * @param faulty whether fdscope has told of a fault of its own
 * @param said its summary at the end
 */
record SoakRun(int exitCode, long committed, long read, String jcmd, boolean faulty, String said) {
    private static final int ABORTED = 134;
    private static final String SUMMARY = "refused a socket ";
    private static final long MOST_SECONDS_BEYOND = 120;

    static SoakRun of(SoakKind kind, boolean withFdscope, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(kind, withFdscope, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(kind.seconds() + MOST_SECONDS_BEYOND);
        int granted = 0;
        int refused = 0;
        while (!process.waitFor(2, TimeUnit.SECONDS)) {
            if (System.nanoTime() > end) {
                process.destroyForcibly().waitFor();
            } else if (isDumpedByJcmd(process.pid(), folder)) {
                granted++;
            } else {
                refused++;
            }
        }
        List<String> output = Files.readAllLines(folder.resolve("output"));
        String jcmd = "dumps by jcmd " + granted + " granted " + refused + " refused";
        String last = output.stream()
                .filter(line -> line.contains(SUMMARY))
                .findFirst()
                .orElse("nothing");
        boolean faulty = output.stream().anyMatch(line -> line.startsWith("fdscope: fault"));
        return new SoakRun(process.exitValue(), committed(folder), read(folder), jcmd, faulty, last);
    }

    private static List<String> command(SoakKind kind, boolean withFdscope, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                "sh", "-c", "ulimit -c 0; ulimit -n 512; exec \"$0\" \"$@\"", ForkedProcess.java(), "-Xmx256m"));
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-XX:FlightRecorderOptions:maxchunksize=1M");
        command.add("-XX:StartFlightRecording:disk=true,settings=default");
        if (withFdscope) {
            command.add("-Dsoak.fdscope=true");
            command.add("-javaagent:" + AgentHost.JAR + "=dump=" + folder);
        }
        command.addAll(List.of("-cp", "target/test-classes", SoakHost.class.getName()));
        command.addAll(List.of(folder.toString(), "" + kind.threads(), "" + kind.pauseMillis(), "" + kind.seconds()));
        return command;
    }

    /** Whatever it answers: with no descriptor left it may not even be heard. */
    private static boolean isDumpedByJcmd(long pid, Path folder) throws IOException, InterruptedException {
        Path answer = folder.resolve("jcmd");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "JFR.dump",
                        "filename=" + folder.resolve("jcmd.jfr"))
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        if (!jcmd.waitFor(10, TimeUnit.SECONDS)) {
            jcmd.destroyForcibly().waitFor();
        }
        return Files.readString(answer).contains("Dumped recording");
    }

    private static long committed(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("committed"))) {
            return 0; // It had not got to its main when it was killed.
        }
        try (RandomAccessFile log =
                new RandomAccessFile(folder.resolve("committed").toFile(), "r")) {
            return log.length() == 0 ? 0 : log.readLong();
        }
    }

    private static long read(Path folder) throws IOException {
        Path recording = folder.resolve("final.jfr");
        if (!Files.exists(recording)) {
            return -1;
        }
        Set<Long> numbers = new HashSet<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("io.fdscope.soak.Beat")) {
                    numbers.add(event.getLong("number"));
                }
            }
        }
        return numbers.size();
    }

    /** With its recording, and a log that says that there was something to lose. */
    boolean isSurvived() {
        return exitCode == 0 && read > 0 && committed > 0;
    }

    /** Whether nothing runs on that nobody can stop, and fdscope had no fault of its own. */
    boolean isTidy() {
        return said.endsWith("left open 0") && !faulty;
    }

    /** Whether there was a time without a descriptor. */
    boolean isExhausted() {
        return !said.contains(SUMMARY + "0");
    }

    boolean isAborted() {
        return exitCode == ABORTED;
    }

    long lost() {
        return committed - read;
    }
}
