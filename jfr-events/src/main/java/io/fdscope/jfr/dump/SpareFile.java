package io.fdscope.jfr.dump;

import io.fdscope.procfs.OwnFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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
        if (open.isPresent() && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            open.get().setLength(0);
            return;
        }
        close();
        Files.deleteIfExists(path); // Of a process with our number that was killed, or a trap: never followed.
        Files.createFile(path);
        open = Optional.of(new RandomAccessFile(path.toFile(), "rw"));
        own.opened(path.toString());
    }

    /** To write to; empty where there is none. */
    Optional<RandomAccessFile> file() {
        return open;
    }

    /**
     * Gives what was written its name, and lets go of it. Takes no descriptor. By a link, which cannot replace a file that
     * somebody makes at that moment; renamed where the file system has none.
     *
     * @throws IOException if there is such a file, or it cannot be named so
     */
    void keepAs(Path name) throws IOException {
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

    /** Takes it away. */
    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            RandomAccessFile file = open.get();
            open = Optional.empty();
            own.closed(path.toString());
            Files.deleteIfExists(path);
            file.close();
        }
    }
}
