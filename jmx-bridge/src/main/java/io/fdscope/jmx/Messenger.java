package io.fdscope.jmx;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread that sends notifications, and ends when there have been none for some seconds. Where a listener keeps it, the
 * next 100 wait; what comes then is lost, and counted as a fault. What fails is counted too.
 */
final class Messenger implements AutoCloseable {
    static final String NAME = "fdscope-notify";
    static final int MOST_WAITING = 100;

    private static final int LINGER_SECONDS = 10;

    private final Faults faults;
    private final ThreadPoolExecutor thread;

    Messenger(Faults faults) {
        this.faults = faults;
        thread = new ThreadPoolExecutor(
                1,
                1,
                LINGER_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Messenger::thread,
                (task, full) -> lost());
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable body) {
        Thread thread = new Thread(null, body, NAME, 0, false);
        thread.setDaemon(true);
        return thread;
    }

    private void lost() {
        faults.record(
                Edge.JMX, new IllegalStateException("a notification is lost: a listener keeps the others waiting"));
    }

    /** Has it done soon; never waits, never throws. */
    void post(Callable<Void> task) {
        try {
            thread.execute(() -> run(task));
        } catch (Throwable noThread) {
            faults.record(Edge.JMX, noThread);
        }
    }

    private void run(Callable<Void> task) {
        try {
            task.call();
        } catch (Throwable e) {
            faults.record(Edge.JMX, e);
        }
    }

    /** Ends the thread, and drops what waits. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
