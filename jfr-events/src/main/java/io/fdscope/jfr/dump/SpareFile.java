package io.fdscope.jfr.dump;

import io.fdscope.procfs.OwnFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** An empty file that is held open, to be written and named when none can be opened any more. Not thread safe. */
final class SpareFile implements AutoCloseable {
    /** Gives a file one more name, as {@link Files#createLink} does; where the file system has no such thing, throws. */
    @FunctionalInterface
    interface Linking {
        void link(Path name, Path existing) throws IOException;
    }

    private final Path path;
    private final OwnFiles own;
    private final Linking linking;
    private Optional<RandomAccessFile> open = Optional.empty();
    /** Device and inode of what we made under our name, where somebody may have put another file since. */
    private Optional<Object> made = Optional.empty();

    private boolean leftoverIsGone;
    private String link = "";

    /** @param path that no living process but this one uses, see {@link PidSpace} */
    SpareFile(Path path, OwnFiles own) {
        this(path, own, Files::createLink);
    }

    SpareFile(Path path, OwnFiles own, Linking linking) {
        this.path = path;
        this.own = own;
        this.linking = linking;
    }

    /**
     * Opens it, unless it is open and still there; then what was written and not kept goes.
     *
     * @throws IOException if it cannot be
     */
    void prepare() throws IOException {
        if (open.isPresent() && isOurs()) {
            open.get().setLength(0);
            return;
        }
        close();
        deleteLeftover();
        Files.createFile(path); // Fails where somebody has put another in its place.
        made = Optional.of(fileKey());
        link = path.toRealPath().toString(); // as /proc/self/fd names it
        open = Optional.of(new RandomAccessFile(path.toFile(), "rw"));
        own.opened(link);
    }

    /**
     * Of a process with our number that was killed, or a trap: never followed. Only the first time: what is there later
     * has come while we live, and is somebody's.
     */
    private void deleteLeftover() throws IOException {
        if (!leftoverIsGone) {
            Files.deleteIfExists(path);
            leftoverIsGone = true;
        }
    }

    /** Whether our name still leads to what we made. Takes no descriptor. */
    private boolean isOurs() throws IOException {
        try {
            return made.isPresent() && made.get().equals(fileKey());
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** To write to; empty where there is none. */
    Optional<RandomAccessFile> file() {
        return open;
    }

    /**
     * Gives what was written its name, and lets go of it. Takes no descriptor. By a link, which cannot replace a file that
     * somebody makes at that moment; renamed where the file system has none.
     *
     * @throws IOException if there is such a file, or it cannot be named so, or somebody has taken ours away
     */
    void keepAs(Path name) throws IOException {
        if (!isOurs()) {
            throw new FileSystemException(
                    path + " was deleted or replaced by somebody, and what was written to it is lost");
        }
        try {
            linking.link(name, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException
                | UnsupportedOperationException noLinks) { // FAT, exFAT, some network and user file systems.
            Files.move(path, name);
        }
        close();
    }

    /** Takes it away, and nothing that somebody has put in its place. */
    @Override
    public void close() throws IOException {
        try {
            if (isOurs()) {
                Files.deleteIfExists(path);
            }
            made = Optional.empty();
        } finally {
            letGo();
        }
    }

    private void letGo() throws IOException {
        if (open.isPresent()) {
            RandomAccessFile file = open.get();
            open = Optional.empty();
            own.closed(link);
            file.close();
        }
    }
}
