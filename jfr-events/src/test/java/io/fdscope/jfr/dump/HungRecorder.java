package io.fdscope.jfr.dump;

import io.fdscope.jfr.Rotation;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Recording;

/** Keeps the flight recorder within its own lock, as a dump does to a disk that has gone. */
final class HungRecorder {
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Runnable hook = this::hang;
    private volatile boolean begun;

    /** The recorder asks for one at the end of each chunk. */
    @Name("io.fdscope.test.LastOfChunk")
    @Period("endChunk")
    static class LastOfChunkEvent extends Event {}

    private void hang() {
        if (!begun) { // A recording that starts beside another ends a chunk, too.
            return;
        }
        hangs.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param recording any; is started, to disk */
    void begin(Recording recording) throws InterruptedException {
        FlightRecorder.addPeriodicEvent(LastOfChunkEvent.class, hook);
        recording.enable(LastOfChunkEvent.class);
        recording.start();
        begun = true;
        Thread writing = new Thread(Rotation::force);
        writing.setDaemon(true);
        writing.start();
        hangs.await();
    }

    void end() {
        released.countDown();
        FlightRecorder.removePeriodicEvent(hook);
    }
}
