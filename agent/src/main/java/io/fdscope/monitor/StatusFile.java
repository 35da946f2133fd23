package io.fdscope.monitor;

import io.fdscope.blackbox.BlackBoxFolder;
import io.fdscope.blackbox.BlackBoxWriter;
import io.fdscope.leak.LeakSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes the black box of this process. */
final class StatusFile {
    private StatusFile() {}

    /** Empty, and announced, where it cannot be made. */
    static Optional<BlackBoxWriter> open(LeakSources leaks, Complaints complaints) {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            BlackBoxFolder folder = BlackBoxFolder.of(temporary, System.getProperty("user.name"));
            return Optional.of(BlackBoxWriter.open(folder, leaks, complaints.faults(), facts()));
        } catch (IOException | RuntimeException e) {
            complaints
                    .announcer()
                    .sayOnce("no black box: " + e.getMessage() + "; the MXBean and the events work without it");
            return Optional.empty();
        }
    }

    /** The main class or jar without its arguments, which may hold secrets. */
    private static Map<String, String> facts() {
        String version = StatusFile.class.getPackage().getImplementationVersion();
        return Map.of(
                "main",
                System.getProperty("sun.java.command", "").split(" ", 2)[0],
                "version",
                version == null ? "unknown" : version);
    }
}
