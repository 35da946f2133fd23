package org.example.leak;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.example.Application;
import org.example.Runner;

/** Loses one socket after the other, 20 a second and 400 at most. */
final class Drip implements Application {
    static final int MOST = 400;
    private static final int PAUSE_MILLIS = 50;

    private final Runner.Task loss;
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean dripping = true;
    private Thread thread;

    /** @param loss loses one */
    Drip(Runner.Task loss) {
        this.loss = loss;
    }

    @Override
    public void start() {
        thread = Runner.daemon("leaking", () -> {
            while (dripping && lost.get() < MOST) {
                loss.run();
                lost.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        });
    }

    @Override
    public long tally() {
        return lost.get();
    }

    @Override
    public void stop() throws InterruptedException {
        dripping = false;
        thread.join();
    }
}
