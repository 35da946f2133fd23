package io.fdscope.jfr;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Has the flight recorder begin a new chunk, by a snapshot, which takes one of them. A recording that is started and closed
 * for it would take two, and where there is no descriptor left for the second it could not be closed.
 */
public final class Rotation {
    private static final String SNAPSHOT = "Snapshot";

    private Rotation() {}

    /**
     * Begins one, if anything is recorded to disk. Only where the JVM has a flight recorder.
     *
     * @throws RuntimeException where it cannot be opened, with the failure as its cause
     */
    public static void force() {
        try (Recording snapshot = takeSnapshot()) {
            snapshot.getSize();
        }
    }

    /**
     * All that is recorded, up to now; leaves nothing behind where it cannot be taken. To be closed.
     *
     * @throws RuntimeException likewise
     */
    public static Recording takeSnapshot() {
        return takeSnapshot(FlightRecorder.getFlightRecorder()::takeSnapshot);
    }

    static Recording takeSnapshot(Supplier<Recording> taking) {
        List<Recording> before = recordings();
        try {
            return taking.get();
        } catch (RuntimeException | Error e) {
            closeLeftover(before, e);
            throw e;
        }
    }

    /**
     * The recorder lists a snapshot before it has its chunk, and gives it to nobody where there is none. One that somebody
     * else takes at this very moment may be taken for it: he gets it all the same, and only the list lacks it.
     */
    private static void closeLeftover(List<Recording> before, Throwable failure) {
        try {
            recordings().stream()
                    .filter(Objects::nonNull)
                    .filter(one -> one.getState() == RecordingState.NEW
                            && one.getName().equals(SNAPSHOT))
                    .filter(one -> !before.contains(one))
                    .forEach(Recording::close);
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** The recorder's own for a dump are null. */
    private static List<Recording> recordings() {
        return FlightRecorder.getFlightRecorder().getRecordings();
    }
}
