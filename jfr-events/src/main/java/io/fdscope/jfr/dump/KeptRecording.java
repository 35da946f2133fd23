package io.fdscope.jfr.dump;

import io.fdscope.fault.Edge;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;

/**
 * The option {@code record}. On disk, which holds more and outlives the process, as long as the guard keeps that from being
 * the JVM's death, and as long as there is plenty of space: the JVM aborts itself where its recorder finds the disk full.
 * Else in memory.
 */
final class KeptRecording implements AutoCloseable {
    /** Several times what we let the recording grow to. */
    private static final long LEAST_FREE_BYTES = 400L << 20;

    private final DumpSources sources;
    private final Recorded recorded;
    private Configuration settings;
    private boolean closed;

    KeptRecording(DumpSources sources, Recorded recorded) {
        this.sources = sources;
        this.recorded = recorded;
    }

    /** @param name see {@link ContinuousRecording#settings}; a wrong one is announced, and ours taken */
    synchronized void start(String name) {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader()); // The recorder's threads take it over.
        try {
            settings = settings(name);
            FlightRecorder.getFlightRecorder(); // Only now can be known whether it is guarded.
            begin(sources.guard().isInPlace() && !isSpaceScarce());
        } catch (IOException | RuntimeException | Error e) {
            sources.faults().record(Edge.JFR, e);
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private Configuration settings(String name) throws IOException {
        try {
            return ContinuousRecording.settings(name);
        } catch (IOException e) {
            sources.announcer().sayOnce("option 'record': " + e.getMessage() + "; going on with on");
            return ContinuousRecording.settings("on");
        }
    }

    private void begin(boolean toDisk) {
        if (!closed) {
            recorded.set(Optional.of(ContinuousRecording.start(settings, toDisk)));
        }
    }

    /** Goes on in memory where the disk gets full. Never throws; what fails is tried again at the next look. */
    synchronized void watchSpace() {
        try {
            moveToMemoryWhereSpaceIsScarce();
        } catch (RuntimeException | Error e) {
            sources.faults().record(Edge.JFR, e);
        }
    }

    private void moveToMemoryWhereSpaceIsScarce() {
        Optional<ContinuousRecording> running = recorded.ours();
        if (running.isEmpty() || !running.get().isToDisk() || !isSpaceScarce()) {
            return;
        }
        sources.announcer()
                .sayOnce("less than " + (LEAST_FREE_BYTES >> 20)
                        + " MB are free where the flight recorder writes: going on to record in memory");
        running.get().close();
        recorded.set(Optional.empty());
        begin(false);
    }

    /** Takes no descriptor. */
    private static boolean isSpaceScarce() {
        String repository = System.getProperty("jdk.jfr.repository", System.getProperty("java.io.tmpdir"));
        long free = new File(repository).getUsableSpace();
        return free < LEAST_FREE_BYTES;
    }

    @Override
    public synchronized void close() {
        closed = true;
        recorded.ours().ifPresent(ContinuousRecording::close);
        recorded.set(Optional.empty());
    }
}
