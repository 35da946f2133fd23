package io.fdscope.jmc.rules;

import io.fdscope.fixture.Await;
import io.fdscope.fixture.ForkedProcess;
import io.fdscope.jmc.host.LosingHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link LosingHost} that is recorded, with the finished agent in it or without, on the JDK of this test. */
final class RecordedHost implements AutoCloseable {
    private static final Path AGENT = Path.of("..", "..", "agent", "target", "fdscope.jar")
            .toAbsolutePath()
            .normalize();
    private static final Path SETTINGS =
            Path.of("target", "test-classes", "rules.jfc").toAbsolutePath();
    /** Nothing is judged unless it is asked for, and what takes minutes with the defaults takes a second. */
    private static final String OPTIONS = "suspectAge=1s,suspectCount=10,scan=1h,count=100ms";

    private final ForkedProcess process;

    private RecordedHost(ForkedProcess process) {
        this.process = process;
        process.until("ready");
    }

    static RecordedHost withAgent(String more) throws IOException {
        return start(300, List.of("-javaagent:" + AGENT + "=" + OPTIONS + more));
    }

    static RecordedHost withoutAgent() throws IOException {
        return start(300, List.of());
    }

    private static RecordedHost start(int descriptors, List<String> options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -n " + descriptors + "; exec \"$0\" \"$@\""));
        command.addAll(List.of(ForkedProcess.java(), "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        command.add("-XX:StartFlightRecording:settings=" + SETTINGS);
        command.addAll(options);
        command.addAll(List.of(
                "-cp", Path.of("target", "test-classes").toAbsolutePath().toString()));
        command.add(LosingHost.class.getName());
        return new RecordedHost(ForkedProcess.start(command));
    }

    RecordedHost lose(String kind) throws IOException {
        process.send("lose " + kind);
        process.until("lost");
        return this;
    }

    RecordedHost order(String order, String answer) throws IOException {
        process.send(order);
        process.until(answer);
        return this;
    }

    /** Has it scanned until the verdict holds a text, and returns that verdict. */
    String explanation(String text) {
        String[] last = {""};
        Await.until("a verdict with " + text, () -> {
            last[0] = explain();
            return last[0].contains(text);
        });
        return last[0];
    }

    String explain() {
        try {
            process.send("explain");
            return String.join("\n", process.until("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dump(Path file) throws IOException {
        order("dump " + file, "dumped");
    }

    @Override
    public void close() {
        process.close();
    }
}
