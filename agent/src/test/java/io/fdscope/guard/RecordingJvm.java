package io.fdscope.guard;

import io.fdscope.agent.AgentHost;
import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A {@link RecordingHost} with few descriptors, with fdscope or without. */
final class RecordingJvm implements AutoCloseable {
    static final int LIMIT = 300;
    /** 128 and the number of SIGABRT. */
    static final int ABORTED = 134;

    private static final String TICK = "io.fdscope.test.Tick";

    private final ForkedProcess process;

    private RecordingJvm(ForkedProcess process) {
        this.process = process;
    }

    static RecordingJvm guarded(Path temporary, String options, String... flags) throws IOException {
        List<String> all = new ArrayList<>(List.of(flags));
        all.add("-javaagent:" + AgentHost.JAR + (options.isEmpty() ? "" : "=" + options));
        return plain(temporary, all.toArray(String[]::new));
    }

    static RecordingJvm plain(Path temporary, String... flags) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "ulimit -c 0; ulimit -n " + LIMIT + "; exec \"$0\" \"$@\"", ForkedProcess.java()));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", AgentHost.CLASS_PATH, RecordingHost.class.getName()));
        RecordingJvm jvm = new RecordingJvm(ForkedProcess.start(command));
        jvm.process.await("main runs");
        return jvm;
    }

    /** Sends a line, and returns the answer. */
    String ask(String line) throws IOException {
        process.send(line);
        String verb = line.split(" ", 2)[0] + ": ";
        String answer = process.await(verb);
        return answer.substring(answer.indexOf(verb) + verb.length());
    }

    /** Asks again until it is this. */
    void await(String line, String answer) {
        Await.until(answer + " to " + line, () -> {
            try {
                return ask(line).equals(answer);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /** Waits until fdscope is all there. */
    RecordingJvm ready() {
        await("get FaultCount", "0");
        return this;
    }

    /** Sends a line that is its last, and returns how it ended. */
    int last(String line) throws IOException {
        process.send(line);
        return process.end();
    }

    ForkedProcess process() {
        return process;
    }

    /** The numbers of all ticks in a recording. */
    static Set<Integer> ticks(Path recording) throws IOException {
        Set<Integer> numbers = new TreeSet<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(TICK)) {
                    numbers.add(event.getInt("number"));
                }
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        process.close();
    }
}
