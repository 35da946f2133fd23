package io.fdscope.jmc.install;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A screen that nobody sees: an X server of its own. Where Xvfb is not installed, a test that needs it is skipped on a
 * developer's machine, and fails where the environment says {@code CI}: there {@code .ci/run} installs it.
 */
final class VirtualScreen implements AutoCloseable {
    private static final String TELL =
            "JMC's pages are drawn under Xvfb, which is not here: apt-get install xvfb libgtk-3-0";

    private final Process server;
    private final String number;

    private VirtualScreen(Process server, String number) {
        this.server = server;
        this.number = number;
    }

    /** Started; it chooses its number by itself. */
    static VirtualScreen start() throws IOException {
        if (!installed() && System.getenv("CI") == null) {
            Assumptions.abort(TELL);
        }
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = server.inputReader();
        String number = said.readLine();
        if (number == null) {
            throw new AssertionError("Xvfb did not start");
        }
        return new VirtualScreen(server, number);
    }

    private static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
    }

    /** As the environment variable {@code DISPLAY} has it. */
    String display() {
        return ":" + number;
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
