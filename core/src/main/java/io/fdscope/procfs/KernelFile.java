package io.fdscope.procfs;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the kernel's that is opened once and read again from its start ever after: reading on needs no free
 * descriptor. One that cannot be opened yet (not there, or no descriptor left) is tried again at the next reading, until {@link #close}.
 * Thread safe, so that it can be closed while somebody reads: the reader sees the end of the file.
 */
public final class KernelFile implements AutoCloseable {
    private final File path;
    private final OwnFiles own;
    private RandomAccessFile file;
    private String target;
    private boolean closed;

    /** Opens {@code path} if it can; {@link #isReadable} and {@link #rewind} tell what came of it. */
    public KernelFile(Path path, OwnFiles own) {
        this.path = path.toFile();
        this.own = own;
        tryOpen();
    }

    /** Whether it is open, or could be opened by somebody with a descriptor to spare. */
    public synchronized boolean isReadable() {
        return file != null || path.canRead();
    }

    /** Whether it is known not to be there; one that we may not read, or may not even look at, is not absent. */
    public synchronized boolean isAbsent() {
        return file == null && Files.notExists(path.toPath());
    }

    /** Whether it is open. */
    synchronized boolean isOpen() {
        return file != null;
    }

    /**
     * Goes to the start.
     *
     * @return false where it cannot be read at this time
     * @throws IOException if the kernel refuses the seek
     */
    synchronized boolean rewind() throws IOException {
        if (file == null && !tryOpen()) {
            return false;
        }
        file.seek(0);
        return true;
    }

    /**
     * Reads on.
     *
     * @return the number of bytes read, −1 at the end
     * @throws IOException if the kernel refuses the read
     */
    synchronized int read(byte[] into, int offset, int length) throws IOException {
        return file == null ? -1 : file.read(into, offset, length);
    }

    /** The path it was given. */
    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (file != null) {
            try {
                file.close();
            } catch (IOException nothingToLose) {
                // It was only read.
            }
            own.closed(target);
            file = null;
        }
    }

    private boolean tryOpen() {
        if (closed || !path.canRead()) {
            return false;
        }
        try {
            target = path.getCanonicalPath();
            file = new RandomAccessFile(path, "r");
        } catch (IOException notNow) {
            return false;
        }
        own.opened(target);
        return true;
    }
}
