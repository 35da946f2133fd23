package io.fdscope.blackbox;

import io.fdscope.descriptor.DescriptorGroup;
import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.fault.Patience;
import io.fdscope.leak.LeakSources;
import io.fdscope.origin.TracingFacts;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Writes every sample into the file, on the sampling thread. The file stays behind when the process dies, so that its
 * last state can be read; it is removed by {@link #close}, when fdscope is stopped and the process lives on.
 */
public final class BlackBoxWriter implements SampleSink, AutoCloseable {
    static final String UNFINISHED = ".new";
    /** Writing to mapped memory does not show in the file's time everywhere; who cleans up goes by that time. */
    private static final long TOUCH_MILLIS = 60_000;
    /** As long as a dump under way is waited for when the process ends. */
    private static final int STEP_BYTES = 8192;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, Layout.ORDER);

    private final Path file;
    /** Device and inode of the file. */
    private final Object made;

    private final MappedByteBuffer memory;
    private final BoxMemory box;
    private final List<Figure<Sample>> figures = Figure.all();
    private final VerdictRegion verdict;
    private final Faults faults;
    private final Map<String, String> facts;
    /** Whose figures are written; a scan has some 40 of them, and most samples are without a new one. */
    private long scan;

    private String probe = Sample.NONE.probe();
    private long touchedEpochMillis;
    private boolean closed;

    private BlackBoxWriter(
            Path file,
            Object made,
            LeakSources leaks,
            Faults faults,
            Map<String, String> facts,
            MappedByteBuffer memory) {
        this.file = file;
        this.made = made;
        this.memory = memory;
        this.box = new BoxMemory(memory);
        this.verdict = new VerdictRegion(leaks, faults, figures.size());
        this.faults = faults;
        this.facts = facts;
    }

    /**
     * Makes the file of this process and maps it; no descriptor is held afterwards.
     *
     * @param leaks whose verdict it shows
     * @param facts short texts about the process; names without blanks
     * @throws IOException where the folder is not safe, or the file cannot be written, or is another's; the message says
     *     what and why
     */
    public static BlackBoxWriter open(
            BlackBoxFolder folder, LeakSources leaks, Faults faults, Map<String, String> facts) throws IOException {
        folder.prepare();
        Leftovers leftovers = new Leftovers(folder.path());
        leftovers.prune();
        String pid = Long.toString(ProcessHandle.current().pid());
        Path file = folder.path().resolve(pid);
        if (leftovers.isTaken(file)) {
            throw new IOException(file + " is written to by a process of another container");
        }
        Path unfinished = folder.path().resolve(pid + UNFINISHED); // nobody reads half a header
        Files.deleteIfExists(unfinished);
        try {
            MappedByteBuffer memory = map(unfinished);
            BlackBoxWriter writer = new BlackBoxWriter(file, key(unfinished), leaks, faults, facts, memory);
            writer.writeHeader();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE); // over that of a dead process of our number
            return writer;
        } catch (Throwable e) { // Errors too: memory may be short, and a library of the JDK's fail to load.
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private static MappedByteBuffer map(Path path) throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY)); // fails where there is one, or a link
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            fill(file);
            MappedByteBuffer memory = file.getChannel().map(MapMode.READ_WRITE, 0, Layout.SIZE);
            memory.order(Layout.ORDER);
            return memory;
        }
    }

    /** Where the file is. */
    public Path file() {
        return file;
    }

    @Override
    public synchronized void accept(Sample sample) {
        if (closed) {
            return;
        }
        verdict.prepare();
        long sequence = memory.getLong(Layout.AT_SEQUENCE);
        LONG.setVolatile(memory, Layout.AT_SEQUENCE, sequence | 1);
        VarHandle.fullFence();
        box.figures(figures, sample, 0, sample.scan().number() != scan);
        scan = sample.scan().number();
        memory.putLong(Layout.AT_FAULTS, faults.count());
        writePoint(sample);
        verdict.write(box);
        if (!probe.equals(sample.probe())) {
            probe = sample.probe();
            writeFacts();
        }
        LONG.setVolatile(memory, Layout.AT_SEQUENCE, (sequence | 1) + 1);
        touch(sample.reading().epochMillis());
    }

    private void touch(long epochMillis) {
        if (Math.abs(epochMillis - touchedEpochMillis) >= TOUCH_MILLIS) {
            touchedEpochMillis = epochMillis;
            boolean unused = file.toFile().setLastModified(epochMillis);
        }
    }

    /** Says that the process ends in good order; the file stays. Waits for half a second at most. */
    public void ended() {
        try {
            inTime(() -> {
                if (!closed) {
                    LONG.setVolatile(memory, Layout.AT_STATE, Layout.ENDED);
                }
            });
        } catch (IOException e) {
            faults.record(Edge.BLACK_BOX, e);
        }
    }

    /** Removes the file, and nobody else's. Waits for half a second at most; if it takes longer, it goes on without us. */
    @Override
    public void close() throws IOException {
        inTime(() -> {
            closed = true;
            if (isOurs()) {
                Files.deleteIfExists(file);
            }
        });
    }

    /** By the time that it can be removed, another fdscope of this process may have begun one. */
    private boolean isOurs() throws IOException {
        try {
            return key(file).equals(made);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** On a thread of ours: the sampling thread may hang in the file, and who waits here is a thread of the application. */
    private void inTime(Patience.Work work) throws IOException {
        try {
            new Patience("fdscope-blackbox").waitFor(() -> {
                synchronized (this) {
                    work.run();
                }
            });
        } catch (TimeoutException e) {
            throw new IOException(file + " could not be written within " + Patience.MILLIS + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(file + ": " + e.getCause().getMessage(), e.getCause());
        }
    }

    /**
     * Real blocks, not a hole: where the disk is full this fails here, rather than as a bus error at a later write. Not by
     * the channel, which takes as much direct memory as it is given to write: the application may have used all there is.
     */
    private static void fill(RandomAccessFile file) throws IOException {
        byte[] zeros = new byte[STEP_BYTES]; // the most for which the JDK takes no memory of its own
        for (int written = 0; written < Layout.SIZE; written += zeros.length) {
            file.write(zeros);
        }
    }

    private void writeHeader() {
        memory.putLong(Layout.AT_FORMAT, Layout.FORMAT);
        memory.putLong(Layout.AT_PID, ProcessHandle.current().pid());
        memory.putLong(Layout.AT_START, startEpochMillis());
        memory.putLong(
                Layout.AT_START_TICKS,
                Liveness.startTicks(ProcessHandle.current().pid()));
        memory.putLong(Layout.AT_STATE, Layout.RUNNING);
        memory.putLong(Layout.AT_NAMESPACE, Liveness.pidNamespace());
        List<Figure<TracingFacts>> ofTracing = Figure.tracing();
        memory.putLong(Layout.AT_FIGURES, figures.size() + (long) ofTracing.size());
        String names = names(figures, Sample.NONE) + "\n" + names(ofTracing, TracingFacts.NONE);
        box.text(Layout.AT_NAMES, names, Layout.AT_VALUES);
        box.figures(figures, Sample.NONE, 0, true); // unknown, which zeros would not be
        writeFacts();
        verdict.write(box);
        LONG.setVolatile(memory, Layout.AT_MAGIC, Layout.MAGIC);
    }

    private static <T> String names(List<Figure<T>> figures, T example) {
        return figures.stream()
                .map(figure -> (figure.of().apply(example) instanceof Double ? "D " : "J ") + figure.name())
                .collect(Collectors.joining("\n"));
    }

    private static long startEpochMillis() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(0L);
    }

    private void writePoint(Sample sample) {
        long points = memory.getLong(Layout.AT_POINTS);
        int at = Layout.AT_TIMELINE + (int) (points % Layout.POINTS) * Layout.POINT_BYTES;
        memory.putLong(at, sample.reading().epochMillis());
        memory.putLong(at + 8, sample.reading().openCount());
        memory.putLong(at + 16, sample.scan().count(DescriptorGroup.SOCKET));
        memory.putLong(at + 24, sample.scan().unidentified());
        memory.putLong(Layout.AT_POINTS, points + 1);
    }

    private void writeFacts() {
        String lines = facts.entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue().replaceAll("\\p{Cntrl}", " "))
                .collect(Collectors.joining("\n"));
        box.text(Layout.AT_FACTS, "probe " + probe + "\n" + lines, Layout.AT_VERDICT);
    }
}
