package io.fdscope.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds calls that know no time limit of their own: connecting by RMI, attaching. What is given up goes on in a daemon
 * thread, which ends with our process.
 *
 * @param timeout how long to wait
 */
record TimeLimit(Duration timeout) {
    /**
     * Calls it.
     *
     * @throws TimeoutException if it takes longer
     * @throws ExecutionException with what it threw
     */
    <T> T call(Callable<T> body) throws TimeoutException, ExecutionException, UserError {
        FutureTask<T> task = new FutureTask<>(body);
        Thread thread = new Thread(task, "fdscope-call");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }
}
