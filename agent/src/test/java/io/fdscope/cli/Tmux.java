package io.fdscope.cli;

import io.fdscope.fixture.ForkedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A real terminal of a given size, in which a shell runs; closing it ends all that runs in it. */
final class Tmux implements AutoCloseable {
    private static final long POLL_NANOS = 50_000_000;

    private final Path socket;

    /** @param folder where its socket may stand */
    Tmux(Path folder, int columns, int rows) throws IOException {
        socket = folder.resolve("tmux");
        run(
                "-f",
                "/dev/null",
                "new-session",
                "-c",
                folder.toString(),
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "env",
                "PS1=$ ",
                "ENV=",
                "LC_ALL=C.UTF-8",
                "sh");
    }

    /** Types a line into the shell. */
    void enter(String line) throws IOException {
        run("send-keys", "-l", line);
        keys("Enter");
    }

    /** Presses keys, by tmux's names. */
    void keys(String... names) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("send-keys"));
        arguments.addAll(List.of(names));
        run(arguments.toArray(String[]::new));
    }

    void resize(int columns, int rows) throws IOException {
        run("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** What it shows, as soon as that holds the text. */
    String await(String text) throws IOException {
        return await(text, true);
    }

    /** What it shows, as soon as that does not hold the text any more. */
    String awaitGone(String text) throws IOException {
        return await(text, false);
    }

    private String await(String text, boolean there) throws IOException {
        long end = System.nanoTime() + 30_000_000_000L;
        String shown = shown();
        while (shown.contains(text) != there) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + text + "' is " + (there ? "not " : "") + "on the screen:\n" + shown);
            }
            LockSupport.parkNanos(POLL_NANOS);
            shown = shown();
        }
        return shown;
    }

    String shown() throws IOException {
        return String.join("\n", run("capture-pane", "-p"));
    }

    private List<String> run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        return ForkedProcess.run(command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        run("kill-server");
    }
}
