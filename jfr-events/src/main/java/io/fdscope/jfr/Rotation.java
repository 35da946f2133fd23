package io.fdscope.jfr;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** Has the flight recorder begin a new chunk. */
public final class Rotation {
    private Rotation() {}

    /**
     * Begins one, if anything is recorded to disk. Only where the JVM has a flight recorder.
     *
     * @throws RuntimeException where it cannot be opened, with the failure as its cause
     */
    public static void force() {
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            snapshot.getSize();
        }
    }
}
