package io.fdscope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Where a report goes to: a page into a file beside the recording, text and JSON to standard output, unless a file is given.
 * It is written under another name and renamed when it is whole.
 */
final class ReportFile {
    private static final String RECORDING = ".jfr";

    private final List<Path> recordings;
    private final Optional<Path> path;

    /** @param extension of the file: html, txt or json */
    ReportFile(List<Path> recordings, Optional<Path> given, String extension) {
        this.recordings = recordings;
        path = given.or(() -> extension.equals("html") ? Optional.of(beside(recordings, extension)) : Optional.empty());
    }

    private static Path beside(List<Path> recordings, String extension) {
        String name = recordings.stream()
                .map(ReportFile::plain)
                .reduce((one, other) -> one + "-and-" + other)
                .orElseThrow();
        return recordings.get(0).resolveSibling(name + "." + extension);
    }

    private static String plain(Path recording) {
        String name = String.valueOf(recording.getFileName());
        return name.endsWith(RECORDING) ? name.substring(0, name.length() - RECORDING.length()) : name;
    }

    /** What is wrong with it, in one line. */
    Optional<String> check() {
        return path.flatMap(target -> recordings.stream()
                .filter(recording -> isSame(recording, target))
                .findFirst()
                .map(recording -> "the report would overwrite the recording " + recording));
    }

    private static boolean isSame(Path recording, Path target) {
        try {
            return Files.exists(target) && Files.exists(recording) && Files.isSameFile(recording, target);
        } catch (IOException e) {
            return recording
                    .toAbsolutePath()
                    .normalize()
                    .equals(target.toAbsolutePath().normalize());
        }
    }

    boolean isFile() {
        return path.isPresent();
    }

    Path path() {
        return path.orElseThrow();
    }

    void write(String text) throws UserError {
        Path target = path();
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.writeString(target, text); // A device, or what is none: then that fails.
                return;
            }
            Path part = target.resolveSibling(target.getFileName() + ".part");
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserError(
                    "cannot write " + target + " (" + e.getClass().getSimpleName()
                            + "): name another file with -o FILE",
                    e);
        }
    }
}
