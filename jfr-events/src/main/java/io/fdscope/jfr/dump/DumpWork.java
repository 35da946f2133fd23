package io.fdscope.jfr.dump;

import io.fdscope.procfs.NoDescriptorLeft;
import io.fdscope.procfs.Reading;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes one recording with the verdict beside it. The flight recorder does it as long as it can open files, with half of
 * the reserve at its service; where it cannot, its present chunk is copied through files that are open already.
 */
final class DumpWork implements AutoCloseable {
    /** What the recorder needs: a chunk opened twice, the destination, and each finished chunk. */
    private static final int ENOUGH = 16;

    private final DumpFolder folder;
    private final DumpSources sources;
    private final Recorded recorded;
    private final SpareFile spareRecording;
    private final SpareFile spareText;

    DumpWork(DumpFolder folder, DumpSources sources, Recorded recorded) {
        this.folder = folder;
        this.sources = sources;
        this.recorded = recorded;
        spareRecording = new SpareFile(folder.spare(".jfr"), sources.own());
        spareText = new SpareFile(folder.spare(".txt"), sources.own());
    }

    /**
     * Opens what is needed when nothing can be opened.
     *
     * @throws IOException with one line that says what is wrong
     */
    synchronized void prepare() throws IOException {
        folder.check();
        spareRecording.prepare();
        spareText.prepare();
    }

    /**
     * Writes to a file that is not there yet.
     *
     * @throws UnsupportedOperationException if nothing is recorded
     * @throws IOException with one line that says what is wrong
     */
    synchronized void write(Path file) throws IOException {
        folder.check();
        recorded.check();
        boolean scarce = isScarce();
        int lent = scarce ? sources.reserve().lend(ENOUGH) : 0;
        try {
            writeRecording(file);
            writeText(DumpFolder.textBeside(file));
        } finally {
            sources.reserve().takeBack(lent);
        }
        prepare();
    }

    private boolean isScarce() throws IOException {
        long headroom = sources.latest().get().reading().headroom();
        boolean scarce = headroom != Reading.UNKNOWN && headroom < ENOUGH;
        if (scarce && !sources.guard().isInPlace()) {
            throw new IOException(
                    "with fewer than " + ENOUGH + " descriptors left, and jfrguard off or not possible, the"
                            + " flight recorder might abort this JVM");
        }
        return scarce;
    }

    private void writeRecording(Path file) throws IOException {
        try {
            folder.create(file);
            dump(file);
        } catch (IOException | RuntimeException e) {
            if (!NoDescriptorLeft.isBehind(e)) {
                throw asIo(e);
            }
            copyChunk(file, e);
        }
    }

    /** Leaves no half of a file behind. */
    private void dump(Path file) throws IOException {
        boolean done = false;
        try {
            recorded.dump(file);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void copyChunk(Path file, Exception whyNotDumped) throws IOException {
        RandomAccessFile chunk = sources.guard().lastChunk().orElseThrow(() -> asIo(whyNotDumped));
        RandomAccessFile to = spareRecording.file().orElseThrow(() -> asIo(whyNotDumped));
        new ChunkCopy(chunk).writeTo(to);
        spareRecording.keepAs(file);
    }

    private void writeText(Path file) throws IOException {
        byte[] text = sources.verdict().get().getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            if (!NoDescriptorLeft.isBehind(e) || spareText.file().isEmpty()) {
                throw e;
            }
            spareText.file().get().write(text);
            spareText.keepAs(file);
        }
    }

    private static IOException asIo(Exception e) {
        if (e instanceof UncheckedIOException wrapped) {
            return wrapped.getCause();
        }
        return e instanceof IOException io ? io : new IOException(e.toString(), e);
    }

    @Override
    public synchronized void close() throws IOException {
        spareText.close();
        spareRecording.close();
    }
}
