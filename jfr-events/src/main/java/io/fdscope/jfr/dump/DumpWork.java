package io.fdscope.jfr.dump;

import io.fdscope.fault.Edge;
import io.fdscope.procfs.NoDescriptorLeft;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes one recording with the verdict beside it. The flight recorder does it as long as it can open files, with half of
 * the reserve at its service; where it cannot, its present chunk is copied through files that are open already.
 */
final class DumpWork implements AutoCloseable {
    /** How long the end of the process waits for a dump under way. */
    private static final long PATIENCE_MILLIS = 500;

    private final DumpFolder folder;
    private final DumpSources sources;
    private final Recorded recorded;
    private final SpareFile spareRecording;
    private final SpareFile spareText;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    DumpWork(DumpFolder folder, DumpSources sources, Recorded recorded) {
        this.folder = folder;
        this.sources = sources;
        this.recorded = recorded;
        spareRecording = new SpareFile(folder.spare(".jfr"), sources.own());
        spareText = new SpareFile(folder.spare(".txt"), sources.own());
    }

    DumpFolder folder() {
        return folder;
    }

    /**
     * Opens what is needed when nothing can be opened.
     *
     * @throws IOException with one line that says what is wrong
     */
    void prepare() throws IOException {
        lock.lock();
        try {
            open();
        } finally {
            leave();
        }
    }

    private void open() throws IOException {
        if (!closed) {
            folder.check();
            spareRecording.prepare();
            spareText.prepare();
        }
    }

    /** Who has been waited for in vain lets go of what is held open. */
    private void leave() throws IOException {
        try {
            if (closed) {
                letGo();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes to a file that is not there yet.
     *
     * @return whether the text could be written beside it, too
     * @throws UnsupportedOperationException if nothing is recorded
     * @throws IOException with one line that says what is wrong
     */
    boolean write(Path file) throws IOException {
        lock.lock();
        try {
            return writeNew(file);
        } finally {
            leave();
        }
    }

    private boolean writeNew(Path file) throws IOException {
        folder.check();
        if (Files.exists(DumpFolder.textBeside(file), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(DumpFolder.textBeside(file).toString());
        }
        recorded.check();
        sources.checkRecorderIsSafe();
        if (sources.isScarce()) {
            writeFromReserve(file);
        } else {
            writeByRecorder(file);
        }
        boolean whole = writeTextBeside(file);
        openForTheNext();
        return whole;
    }

    /**
     * Copies first and then has the recorder try: once it has begun a new chunk, the one before cannot be opened again. The
     * copy is good whatever the recorder fails at: JDK 17 does not always pass on the reason.
     */
    private void writeFromReserve(Path file) throws IOException {
        boolean copied = copyChunk();
        int lent = sources.reserve().lend(DumpSources.ENOUGH);
        try {
            writeByRecorder(file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            if (!copied) {
                throw e;
            }
            spareRecording.keepAs(file);
        } finally {
            sources.reserve().takeBack(lent);
        }
    }

    /** Whether there is one, and a file to copy it to. */
    private boolean copyChunk() {
        Optional<RandomAccessFile> chunk = sources.guard().lastChunk();
        Optional<RandomAccessFile> to = spareRecording.file();
        if (chunk.isEmpty() || to.isEmpty()) {
            return false;
        }
        try {
            new ChunkCopy(chunk.get()).writeTo(to.get(), folder::checkRoomFor);
            return true;
        } catch (IOException closedOrFull) {
            return false; // What the recorder says next is the better reason.
        }
    }

    /** The recorder does not count its present chunk, which grows without end while it cannot open the next. */
    private void checkRoomFor(long bytes) throws IOException {
        folder.checkRoomFor(bytes + presentChunk());
    }

    /** 0 where it is not known, or closed. */
    private long presentChunk() {
        try {
            Optional<RandomAccessFile> chunk = sources.guard().lastChunk();
            return chunk.isPresent() ? chunk.get().length() : 0;
        } catch (IOException closed) {
            return 0;
        }
    }

    /** Leaves no half of a file behind. */
    private void writeByRecorder(Path file) throws IOException {
        Files.createFile(file); // Fails where there is one, or a link.
        boolean done = false;
        try {
            recorded.dump(file, this::checkRoomFor);
            done = true;
        } catch (RuntimeException | Error e) { // With no descriptor left it may lack a class.
            throw asIo(e);
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The recording is there, and holds what the text says. */
    private boolean writeTextBeside(Path file) {
        try {
            writeText(DumpFolder.textBeside(file));
            return true;
        } catch (IOException | RuntimeException | Error e) { // With no descriptor left it may lack a class.
            sources.faults().record(Edge.DUMP, e);
            sources.announcer().say("dump: no verdict could be written beside " + file + ": " + e);
            return false;
        }
    }

    private void writeText(Path file) throws IOException {
        byte[] text = sources.verdict().get().getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            if (!NoDescriptorLeft.isBehind(e)) {
                Files.deleteIfExists(file); // Half of it may be there.
                throw e;
            }
            if (spareText.file().isEmpty()) {
                throw e;
            }
            spareText.file().get().setLength(0); // It may hold what could not be kept the last time.
            spareText.file().get().seek(0);
            spareText.file().get().write(text);
            spareText.keepAs(file);
        }
    }

    /** This one is written; what is in the way of another is said when that comes. */
    private void openForTheNext() {
        try {
            open();
        } catch (IOException | RuntimeException e) { // The one that is written is kept, and not tried again.
            if (!NoDescriptorLeft.isBehind(e)) {
                sources.faults().record(Edge.DUMP, e);
            }
        }
    }

    private static IOException asIo(Throwable e) {
        if (e instanceof UncheckedIOException wrapped) {
            return wrapped.getCause();
        }
        return e instanceof IOException io ? io : new IOException(e.toString(), e);
    }

    /** Does not wait long for a dump under way, which may be on a slow disk, or one that has gone. */
    @Override
    public void close() throws IOException {
        closed = true;
        if (isMyTurn()) {
            leave();
        }
    }

    /** Whoever ends us may be interrupted himself: what is held open is not to stay for that. */
    private boolean isMyTurn() {
        boolean interrupted = Thread.interrupted();
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void letGo() throws IOException {
        spareText.close();
        spareRecording.close();
    }
}
