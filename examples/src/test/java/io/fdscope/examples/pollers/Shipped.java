package io.fdscope.examples.pollers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that users take, and the real programs that they are for. */
final class Shipped {
    private Shipped() {}

    /** A file of this folder: {@code prometheus/fdscope-agent.yml}. */
    static Path file(String name) {
        return Path.of(name).toAbsolutePath();
    }

    static String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    /** A poller from Maven Central, as the build has put it here: {@code jmxterm}. */
    static Path jar(String name) {
        return Path.of("target", "pollers", name + ".jar").toAbsolutePath();
    }
}
