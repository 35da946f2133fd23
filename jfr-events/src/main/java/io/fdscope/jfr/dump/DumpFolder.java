package io.fdscope.jfr.dump;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The folder into which recordings are written, and what they are called there.
 *
 * @param path absolute
 * @param pid of this process, part of the names
 * @param space where no other living process has that number
 * @param recorder the disk that is not to be filled
 */
record DumpFolder(Path path, long pid, PidSpace space, RecorderDisk recorder) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ -]{0,150}\\.jfr");
    private static final Pattern FRACTION_AND_MARKS = Pattern.compile("[-:]|\\.\\d+");

    /** Of this process. */
    DumpFolder(Path path, long pid, RecorderDisk recorder) {
        this(path, pid, PidSpace.read(Path.of("/proc")), recorder);
    }

    DumpFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** A file of that time, in UTC: {@code fdscope-4711-20261128T171501Z.jfr}. */
    Path at(Instant time) {
        return path.resolve("fdscope-" + pid + "-"
                + FRACTION_AND_MARKS.matcher(time.toString()).replaceAll("") + ".jfr");
    }

    /**
     * A file with a name that somebody else has chosen.
     *
     * @throws IllegalArgumentException if it is more than a plain name, or hidden, or no {@code .jfr}
     */
    Path named(String fileName) {
        if (fileName == null || !PLAIN.matcher(fileName).matches() || fileName.contains("..")) {
            throw new IllegalArgumentException("'" + fileName + "' is no plain file name that ends in .jfr: letters,"
                    + " digits, and . _ - or blanks within, no folder; it is put into " + path);
        }
        return path.resolve(fileName);
    }

    /** The text beside a recording. */
    static Path textBeside(Path recording) {
        String name = recording.getFileName().toString();
        return recording.resolveSibling(name.substring(0, name.length() - ".jfr".length()) + ".txt");
    }

    /**
     * Looks whether something can be written here. Takes no descriptor.
     *
     * @throws IOException with one line that says what is wrong
     */
    void check() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path + " is no folder");
        }
        if (!Files.isWritable(path)) {
            throw new FileSystemException(path + " is not writable");
        }
        long free = path.toFile().getUsableSpace();
        long least = recorder.leastFreeBytes(path);
        if (free < least) {
            throw new FileSystemException("less than " + (least >> 20) + " MB are free in " + path);
        }
    }

    /**
     * Looks whether so much can be written here with a rest to spare: who fills the disk that the flight recorder writes to
     * has the JVM aborted by it.
     *
     * @throws IOException with one line that says what is wrong
     */
    void checkRoomFor(long bytes) throws IOException {
        long free = path.toFile().getUsableSpace();
        long least = recorder.leastFreeBytes(path);
        if (free - least < bytes) {
            throw new FileSystemException("only " + (free >> 20) + " MB are free in " + path
                    + ", the recording takes up to " + (bytes >> 20) + " MB, and " + (least >> 20)
                    + " MB are to stay free");
        }
    }

    /**
     * A file that is held open for the worst case, hidden while it is empty. The number alone would not do as its name:
     * in containers many processes have the same, and one would take away what another writes to.
     */
    Path spare(String ending) {
        return path.resolve(".fdscope-" + pid + "-" + space.name() + ending);
    }
}
