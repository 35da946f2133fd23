package io.fdscope.guard;

import java.lang.reflect.Method;
import java.util.List;

/**
 * Temporary recordings of the flight recorder's own: it makes one for each dump, and closes it before it lets go of its
 * lock. One that could not be stopped for want of a chunk is never closed. It would run on, keep every chunk from then on
 * from being deleted, and be a null in the list that everybody gets. Without the guard no JVM lives to see that.
 */
final class Leftovers {
    private static final String RUNNING = "RUNNING";
    private static final String STOPPED = "STOPPED";

    private final Method access;
    private final Method recorder;
    private final Method recordings;
    private final Method recording;
    private final Method state;
    private final Method setState;
    private final Method close;

    /** @throws ReflectiveOperationException if the recorder of this JDK looks different */
    Leftovers(RecorderClasses classes) throws ReflectiveOperationException {
        String accessName = "jdk.jfr.internal.PrivateAccess";
        String recordingName = "jdk.jfr.internal.PlatformRecording";
        access = classes.method(accessName, "getInstance");
        recorder = classes.method(accessName, "getPlatformRecorder");
        recordings = classes.method("jdk.jfr.internal.PlatformRecorder", "getRecordings");
        recording = classes.method(recordingName, "getRecording");
        state = classes.method(recordingName, "getState");
        setState = classes.method(recordingName, "setState", classes.named("jdk.jfr.RecordingState"));
        close = classes.method(recordingName, "close");
    }

    /**
     * Closes what there is of them. Takes the recorder's lock, under which there is no other of their kind; not to be called
     * by who has it.
     *
     * @throws ReflectiveOperationException with what the recorder has thrown
     */
    void close() throws ReflectiveOperationException {
        Object theRecorder = recorder.invoke(access.invoke(null));
        synchronized (theRecorder) {
            List<?> all = (List<?>) recordings.invoke(theRecorder);
            for (Object one : all) {
                if (recording.invoke(one) == null) {
                    close(one, all);
                }
            }
        }
    }

    /** To stop one among others takes a new chunk, which is what there was none for; it has lost its settings already. */
    private void close(Object one, List<?> all) throws ReflectiveOperationException {
        if (isRunning(one) && isAnotherRunning(one, all)) {
            setStopped(one);
        }
        close.invoke(one);
    }

    private boolean isAnotherRunning(Object one, List<?> all) throws ReflectiveOperationException {
        for (Object other : all) {
            if (other != one && isRunning(other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRunning(Object one) throws ReflectiveOperationException {
        return ((Enum<?>) state.invoke(one)).name().equals(RUNNING);
    }

    private void setStopped(Object one) throws ReflectiveOperationException {
        for (Object each : setState.getParameterTypes()[0].getEnumConstants()) {
            if (((Enum<?>) each).name().equals(STOPPED)) {
                setState.invoke(one, each);
            }
        }
    }
}
