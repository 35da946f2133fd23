package io.fdscope.jfr.dump;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** The recording that we keep running, called {@code fdscope}. */
final class ContinuousRecording implements AutoCloseable {
    static final String NAME = "fdscope";
    private static final long MOST_BYTES = 100L << 20;

    private final Recording recording;

    private ContinuousRecording(Recording recording) {
        this.recording = recording;
    }

    /** @throws RuntimeException if the recorder cannot start it, or an Error: where no descriptor is left for its classes */
    static ContinuousRecording start(Configuration settings, boolean toDisk) {
        Recording recording = new Recording(settings);
        try {
            recording.setName(NAME);
            recording.setToDisk(toDisk);
            if (toDisk) {
                recording.setMaxSize(MOST_BYTES);
            }
            recording.start();
            return new ContinuousRecording(recording);
        } catch (RuntimeException | Error e) {
            closeAfter(e, recording);
            throw e;
        }
    }

    private static void closeAfter(Throwable failure, Recording recording) {
        try {
            recording.close();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** False once somebody else has stopped or closed it. */
    boolean isRunning() {
        return recording.getState() == RecordingState.RUNNING;
    }

    /** What of it is on disk, in bytes; the present chunk is not among it. */
    long bytes() {
        return recording.getSize();
    }

    boolean isToDisk() {
        return recording.isToDisk();
    }

    /** @throws IOException if it cannot be written; a RuntimeException where the guard stood between */
    void dump(Path file) throws IOException {
        recording.dump(file);
    }

    private void goOnAfter(Throwable failure) {
        try {
            if (isRunning()) {
                recording.setSettings(recording.getSettings());
            }
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Where it cannot be stopped, it goes on as before: the recorder has switched its settings off by then.
     *
     * @throws RuntimeException if it cannot be stopped
     */
    @Override
    public void close() {
        try {
            recording.close();
        } catch (RuntimeException | Error e) {
            goOnAfter(e);
            throw e;
        }
    }
}
