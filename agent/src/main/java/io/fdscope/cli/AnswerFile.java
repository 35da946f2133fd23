package io.fdscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for the answer of another process, in a folder that only the owner of that process may enter. It stands in the
 * process's own {@code /tmp}, which need not be ours.
 */
final class AnswerFile implements AutoCloseable {
    private static final Path TEMPORARY = Path.of("/tmp");

    private final Path folder;
    private final Path file;

    private AnswerFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("answer");
    }

    static AnswerFile make(AttachTarget target) throws IOException {
        Path temporary = target.outside(TEMPORARY);
        Path folder = Files.createTempDirectory(temporary, "fdscope-answer-"); // mode 0700
        Files.setOwner(folder, target.owner()); // changes something for root alone
        return new AnswerFile(folder);
    }

    /** Where the other process sees it. */
    Path insidePath() {
        return TEMPORARY.resolve(folder.getFileName()).resolve(file.getFileName());
    }

    boolean isThere() {
        return Files.exists(file);
    }

    String read() throws IOException {
        return Files.readString(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
