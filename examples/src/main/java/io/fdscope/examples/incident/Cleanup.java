package io.fdscope.examples.incident;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * What is to be undone at the end, last first; also when the demo is stopped by a signal. Then the demo's own thread gets
 * no further than {@link #close}, so that it has nothing to say about a service that was taken away from it.
 */
final class Cleanup implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Semaphore turn = new Semaphore(1);
    private final Thread hook;

    private Cleanup(Screen screen) {
        hook = new Thread(() -> runAtSignal(screen), "fdscope-demo-end");
    }

    static Cleanup installed(Screen screen) {
        Cleanup cleanup = new Cleanup(screen);
        Runtime.getRuntime().addShutdownHook(cleanup.hook);
        return cleanup;
    }

    synchronized void add(Runnable step) {
        steps.push(step);
    }

    private void runAtSignal(Screen screen) {
        turn.acquireUninterruptibly();
        screen.close("\nStopped; nothing is left behind.");
        run();
    }

    private synchronized void run() {
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }

    @Override
    public void close() {
        turn.acquireUninterruptibly();
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal came after all; the hook finds everything undone.
        }
        turn.release();
    }
}
