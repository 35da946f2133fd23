package io.fdscope.examples.pollers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that Debian has. Where it is not installed, a test that needs it is skipped on a developer's machine, and
 * fails where the environment says {@code CI}: there {@code .ci/run} installs it.
 *
 * @param name of the program
 * @param debianPackage that it is in
 */
record DebianProgram(String name, String debianPackage) {
    static final DebianProgram PROMETHEUS = new DebianProgram("prometheus", "prometheus");
    static final DebianProgram PROMTOOL = new DebianProgram("promtool", "prometheus");

    /** Where it is. */
    String path() {
        Optional<Path> found = find();
        if (found.isEmpty() && System.getenv("CI") == null) {
            Assumptions.abort("there is no " + name + ": apt-get install " + debianPackage);
        }
        return found.orElseThrow(() -> new AssertionError("there is no " + name + ", which .ci/run installs"))
                .toString();
    }

    private Optional<Path> find() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
