package org.example.innocent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.example.Application;
import org.example.Runner;

/** Threads that do the same again and again; counts how often. */
final class Workers implements Application {
    private final int threads;
    private final Shift shift;
    private final List<Thread> running = new ArrayList<>();
    private final AtomicLong done = new AtomicLong();
    private volatile boolean working = true;

    /** What one thread does with things of its own. */
    @FunctionalInterface
    interface Shift {
        /** Makes ready, and returns what is done again and again. */
        Runner.Task begin() throws Exception;
    }

    /** @param shift called once in each thread */
    Workers(int threads, Shift shift) {
        this.threads = threads;
        this.shift = shift;
    }

    @Override
    public void start() {
        for (int i = 0; i < threads; i++) {
            running.add(Runner.daemon("worker-" + i, this::work));
        }
    }

    private void work() throws Exception {
        Runner.Task task = shift.begin();
        while (working) {
            task.run();
            done.incrementAndGet();
        }
    }

    @Override
    public long tally() {
        return done.get();
    }

    @Override
    public void stop() throws InterruptedException {
        working = false;
        for (Thread thread : running) {
            thread.join();
        }
    }
}
