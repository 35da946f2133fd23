package io.fdscope.fault;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * For what may hang, as in a disk that has gone: who waits for its end is a thread of the application, and does so for half a
 * second at most. It is done by a thread of ours, which goes on with nobody waiting.
 */
public final class Patience {
    /** As long as the end of the process is held up by any one thing. */
    public static final long MILLIS = 500;

    /** What may hang. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws Exception whatever it likes
         */
        void run() throws Exception;
    }

    private final String threadName;

    /** @param threadName of the thread that does it */
    public Patience(String threadName) {
        this.threadName = threadName;
    }

    /**
     * Waits until it is done, interrupted or not: nobody who ends is to miss it for that.
     *
     * @throws TimeoutException if it goes on
     * @throws ExecutionException with what it has thrown
     */
    public void waitFor(Work work) throws TimeoutException, ExecutionException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        start(task);
        boolean interrupted = false;
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
            while (!isDone(task, end - System.nanoTime())) {
                interrupted = true;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start(FutureTask<Void> task) {
        Thread thread = new Thread(null, task, threadName, 0, false);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            task.run(); // As it may be when a process ends that has taken too much of everything.
        }
    }

    /** False where it was interrupted while waiting. */
    private static boolean isDone(FutureTask<Void> task, long nanos) throws TimeoutException, ExecutionException {
        try {
            task.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
