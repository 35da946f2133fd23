package io.fdscope.jfr.dump;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Patience;
import io.fdscope.procfs.NoDescriptorLeft;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import jdk.jfr.Configuration;
import jdk.jfr.FlightRecorder;

/**
 * The option {@code record}. On disk, which holds more and outlives the process, as long as the guard keeps that from being
 * the JVM's death, and as long as there is plenty of space: the JVM aborts itself where its recorder finds the disk full.
 * Else in memory.
 */
final class KeptRecording implements AutoCloseable {
    /** With five seconds between two looks, one attempt a minute. */
    private static final int MOST_LOOKS_WITHOUT = 11;

    private final DumpSources sources;
    private final Recorded recorded;
    private final LongSupplier freeBytes;
    private volatile Optional<RecordingSettings> wanted = Optional.empty();
    private Optional<Configuration> settings = Optional.empty();
    /** What failed at the last look; the same each five seconds is one fault. */
    private String failure = "";

    private final Attempts beginning = new Attempts(MOST_LOOKS_WITHOUT);
    private volatile boolean closed;

    /** @param freeBytes where the recorder writes */
    KeptRecording(DumpSources sources, Recorded recorded, LongSupplier freeBytes) {
        this.sources = sources;
        this.recorded = recorded;
        this.freeBytes = freeBytes;
    }

    /** @param chosen wrong ones are announced, and ours taken */
    synchronized void start(RecordingSettings chosen) {
        wanted = Optional.of(chosen);
        look();
    }

    /** Whether one has been asked for. */
    boolean isWanted() {
        return wanted.isPresent();
    }

    /** Where there are few descriptors, nobody can tell whether they are wrong or cannot be read now. */
    private Configuration settings() throws IOException {
        try {
            return wanted.orElse(RecordingSettings.OWN).read();
        } catch (IOException e) {
            if (NoDescriptorLeft.isBehind(e) || sources.isScarce()) {
                throw e;
            }
            sources.announcer().sayOnce("option 'record': " + e.getMessage() + "; going on with on");
            return RecordingSettings.OWN.read();
        }
    }

    /**
     * Begins it where there is none yet, and goes on in memory where the disk gets full. Never throws; what fails is tried
     * again: to get off the disk at the next look, to begin at the next and then ever more rarely.
     */
    synchronized void look() {
        if (closed || wanted.isEmpty()) {
            return;
        }
        try {
            moveToMemoryWhereSpaceIsScarce();
            if (recorded.ours().isEmpty() && beginning.isDue()) {
                begin();
            }
            if (recorded.ours().isPresent()) {
                beginning.succeeded();
                failure = "";
            }
        } catch (IOException | RuntimeException | Error e) {
            if (!e.toString().equals(failure)) {
                sources.faults().record(Edge.JFR, e);
            }
            failure = e.toString();
        }
    }

    private void moveToMemoryWhereSpaceIsScarce() throws IOException {
        Optional<ContinuousRecording> running = recorded.ours().filter(ContinuousRecording::isRunning);
        if (running.isEmpty() || !running.get().isToDisk() || !isSpaceScarce()) {
            return;
        }
        sources.announcer()
                .sayOnce("less than " + (RecorderDisk.LEAST_FREE_BYTES >> 20)
                        + " MB are free where the flight recorder writes: going on to record in memory");
        stop(running.get());
    }

    private void begin() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader()); // The recorder's threads take it over.
        try {
            FlightRecorder.getFlightRecorder(); // Only now can be known whether it is guarded.
            sources.checkRecorderIsSafe();
            if (settings.isEmpty()) {
                settings = Optional.of(settings());
            }
            boolean toDisk = sources.guard().isInPlace() && !isSpaceScarce();
            recorded.set(Optional.of(ContinuousRecording.start(settings.get(), toDisk)));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Forgotten only once it has come to its end: beside other recordings it takes a new chunk to stop one. */
    private void stop(ContinuousRecording running) throws IOException {
        if (running.isRunning()) {
            // Only now: to know that takes the recorder's lock, and while we waited the guard may have gone.
            sources.checkRecorderIsSafe();
        }
        running.close();
        recorded.set(Optional.empty());
    }

    private boolean isSpaceScarce() {
        return freeBytes.getAsLong() < RecorderDisk.LEAST_FREE_BYTES;
    }

    /**
     * One that cannot be stopped goes on, and is named, for somebody else to stop it; closing this once more tries it again.
     * Nobody does so by himself: the guard goes next, and without it that might be the JVM's end. Does not wait long for a
     * recorder that is at work on a slow disk, or one that has gone.
     */
    @Override
    public void close() {
        closed = true; // First: who is looking at this moment is not to begin another.
        try {
            new Patience("fdscope-record-end").waitFor(this::stopOurs);
        } catch (TimeoutException | ExecutionException e) {
            complain("is still to be stopped, as the flight recorder has been busy for " + Patience.MILLIS + " ms", e);
        }
    }

    private synchronized void stopOurs() {
        try {
            if (recorded.ours().isPresent()) {
                stop(recorded.ours().get());
            }
        } catch (IOException | RuntimeException | Error e) {
            complain("could not be stopped and goes on: " + e.getMessage(), e);
        }
    }

    private void complain(String what, Throwable e) {
        sources.faults().record(Edge.JFR, e);
        sources.announcer().sayOnce("the recording '" + ContinuousRecording.NAME + "' " + what);
    }
}
