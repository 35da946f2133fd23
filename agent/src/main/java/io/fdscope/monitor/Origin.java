package io.fdscope.monitor;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How fdscope got into this JVM.
 *
 * @param name for messages
 * @param jar the agent's own jar, whose descriptors are ours; empty for the library, whose jar is the application's
 */
public record Origin(String name, Optional<Path> jar) {
    /** Started by the application's own code. */
    public static final Origin LIBRARY = new Origin("library", Optional.empty());

    /** Started by {@code -javaagent}, or attached. */
    public static Origin agent(Path jar) {
        return new Origin("agent", Optional.of(jar));
    }
}
