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

    /**
     * Closes what there is of them. Takes the recorder's lock, under which there is no other of their kind; not to be called
     * by who has it.
     *
     * @throws ReflectiveOperationException if the recorder of this JDK looks different, or with what it has thrown
     */
    void close() throws ReflectiveOperationException {
        Object recorder = recorder();
        synchronized (recorder) {
            List<?> all = (List<?>) call(recorder, "getRecordings");
            for (Object one : all) {
                if (call(one, "getRecording") == null) {
                    close(one, all);
                }
            }
        }
    }

    private static Object recorder() throws ReflectiveOperationException {
        Class<?> access = Class.forName("jdk.jfr.internal.PrivateAccess");
        Method instance = access.getDeclaredMethod("getInstance");
        instance.setAccessible(true);
        Method recorder = access.getDeclaredMethod("getPlatformRecorder");
        recorder.setAccessible(true);
        return recorder.invoke(instance.invoke(null));
    }

    /** To stop one among others takes a new chunk, which is what there was none for; it has lost its settings already. */
    private static void close(Object one, List<?> all) throws ReflectiveOperationException {
        if (isRunning(one) && isAnotherRunning(one, all)) {
            setStopped(one);
        }
        call(one, "close");
    }

    private static boolean isAnotherRunning(Object one, List<?> all) throws ReflectiveOperationException {
        for (Object other : all) {
            if (other != one && isRunning(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRunning(Object recording) throws ReflectiveOperationException {
        return ((Enum<?>) call(recording, "getState")).name().equals(RUNNING);
    }

    private static void setStopped(Object recording) throws ReflectiveOperationException {
        Class<?> states = ((Enum<?>) call(recording, "getState")).getDeclaringClass();
        Method setState = recording.getClass().getDeclaredMethod("setState", states);
        setState.setAccessible(true);
        for (Object state : states.getEnumConstants()) {
            if (((Enum<?>) state).name().equals(STOPPED)) {
                setState.invoke(recording, state);
            }
        }
    }

    private static Object call(Object on, String name) throws ReflectiveOperationException {
        Method method = on.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        return method.invoke(on);
    }
}
