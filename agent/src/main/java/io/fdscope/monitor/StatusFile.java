package io.fdscope.monitor;

import io.fdscope.blackbox.BlackBoxFolder;
import io.fdscope.blackbox.BlackBoxWriter;
import io.fdscope.fault.Edge;
import io.fdscope.leak.LeakSources;
import io.fdscope.process.WatchedProcess;
import io.fdscope.procfs.SpareDescriptors;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The black box of this process, made as soon as it can be. At first there may be no descriptor left, or no room on the
 * disk; or the file is another's, or seems to be: in a container that was started anew in place, the process before this
 * one had its number in another pid namespace. So it is tried again and again, ever more rarely.
 *
 * <p>It is made before this becomes a sink, or on the sampling thread, and ended on any. There is no lock: who ends is not
 * to wait for a file that hangs.
 */
final class StatusFile implements SampleSink, AutoCloseable {
    private static final long FIRST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** The folder, which the JDK opens twice, a file in it, and one that somebody may take meanwhile. */
    private static final int HANDFUL = 4;

    /** Makes the file. */
    interface Opening {
        /**
         * Makes it.
         *
         * @throws IOException with one line that says what is wrong
         */
        BlackBoxWriter open() throws IOException;
    }

    private final Opening opening;
    private final WatchedProcess process;
    private final Complaints complaints;
    private final LongSupplier nanoTime;
    private volatile Optional<BlackBoxWriter> writer = Optional.empty();
    private volatile boolean over;
    private boolean refused;
    private long lastNanoTime;
    private long pauseNanos = FIRST_PAUSE_NANOS;

    StatusFile(Opening opening, WatchedProcess process, Complaints complaints, LongSupplier nanoTime) {
        this.opening = opening;
        this.process = process;
        this.complaints = complaints;
        this.nanoTime = nanoTime;
    }

    /** Of this process, under {@code java.io.tmpdir}; not made yet. */
    static StatusFile of(WatchedProcess process, LeakSources leaks, Complaints complaints) {
        Opening opening = () -> {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            BlackBoxFolder folder = BlackBoxFolder.ofThisProcess(temporary, System.getProperty("user.name", ""));
            return BlackBoxWriter.open(folder, leaks, complaints.faults(), facts());
        };
        return new StatusFile(opening, process, complaints, System::nanoTime);
    }

    /** The main class or jar without its arguments, which may hold secrets. */
    private static Map<String, String> facts() {
        String version = StatusFile.class.getPackage().getImplementationVersion();
        return Map.of(
                "main",
                System.getProperty("sun.java.command", "").split(" ", 2)[0],
                "version",
                version == null ? "unknown" : version);
    }

    /** Makes it, and goes on with every sample until all is undone. */
    void keep(Undo undo) {
        undo.add(this);
        undo.add(new ExitNote(this::ended));
        make();
        process.sampler().addSink(this);
    }

    /** Makes it, with the last sample in it. Where it cannot be made, that is announced once; never throws. */
    void make() {
        lastNanoTime = nanoTime.getAsLong();
        try {
            show(openWithRoom());
        } catch (Throwable e) {
            complain(e);
        }
    }

    /** Where there is none the reserve helps out. Without room a class of the JDK's could fail to load, for good. */
    private BlackBoxWriter openWithRoom() throws IOException {
        SpareDescriptors spare = process.spare();
        int lent = process.hasRoom() ? 0 : spare.lend(HANDFUL);
        try {
            if (!process.hasRoom()) {
                throw new IOException("no descriptor is left");
            }
            return opening.open();
        } finally {
            spare.takeBack(lent);
        }
    }

    private void show(BlackBoxWriter made) throws IOException {
        Sample latest = process.sampler().latest();
        if (latest.reading().epochMillis() > 0) {
            made.accept(latest);
        }
        writer = Optional.of(made);
        if (over) {
            made.close(); // Whoever ended it may not have seen it.
        } else if (refused) {
            complaints.announcer().say("there is a black box now: " + made.file());
        }
    }

    private void complain(Throwable e) {
        if (e instanceof Error) {
            complaints.faults().record(Edge.BLACK_BOX, e);
        }
        if (!refused) {
            refused = true;
            String reason = e instanceof IOException ? e.getMessage() : e.toString();
            complaints
                    .announcer()
                    .say("no black box: " + reason
                            + "; it is tried again, and the MXBean and the events work without it");
        }
    }

    @Override
    public void accept(Sample sample) {
        if (writer.isPresent()) {
            writer.get().accept(sample);
        } else {
            makeIfDue();
        }
    }

    @Override
    public void betweenSamples() {
        if (writer.isEmpty()) {
            makeIfDue();
        }
    }

    private void makeIfDue() {
        if (!over && nanoTime.getAsLong() - lastNanoTime >= pauseNanos) {
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
            make();
        }
    }

    /** Says that the process ends in good order; the file stays. */
    void ended() {
        over = true;
        writer.ifPresent(BlackBoxWriter::ended);
    }

    /** Removes the file. */
    @Override
    public void close() throws IOException {
        over = true;
        if (writer.isPresent()) {
            writer.get().close();
        }
    }
}
