package io.fdscope.cli;

import io.fdscope.report.ReportForm;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** A device, what a process has open, what a link leads to; or a folder, and then that fails. */
    private static boolean isWrittenInPlace(Path target) throws IOException {
        return Files.isSymbolicLink(target) || (Files.exists(target) && !Files.isRegularFile(target));
    }

    /** A name that nobody else has meanwhile: the folder may be anybody's. */
    private static void replace(Path target, ReportForm report) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = folder.resolve(".fdscope-report-" + UUID.randomUUID() + ".part");
        try {
            if (Files.exists(target) && hasPermissions(part)) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                writeInto(part, report);
                Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
            } else { // The user's mask says who may read it.
                Files.createFile(part);
                writeInto(part, report);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Not on Windows. */
    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** A character that is only half there, as a stranger may have written it, becomes a question mark. */
    private static void writeInto(Path file, ReportForm report) throws IOException {
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            report.writeTo(out);
        }
    }

    void write(ReportForm report) throws UserError {
        Path target = path();
        try {
            if (isWrittenInPlace(target)) {
                writeInto(target, report);
            } else {
                replace(target, report);
            }
        } catch (IOException e) {
            throw new UserError(
                    "cannot write " + target + " (" + e.getClass().getSimpleName()
                            + "): name another file with -o FILE",
                    e);
        }
    }
}
