package io.fdscope.examples.incident;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * What is to be undone at the end, last first; also when the demo is stopped by a signal. Then the demo's own thread gets
 * no further than its next call here, so that it starts nothing more and has nothing to say about a service that was
 * taken away from it.
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

    /** Starts something that has to be undone. */
    interface Start<T> {
        T start() throws DemoFailure;
    }

    /** Starts something, and undoes it at the end; no signal comes between. */
    <T> T start(Start<T> start, Consumer<T> undo) throws DemoFailure {
        turn.acquireUninterruptibly();
        try {
            T started = start.start();
            steps.push(() -> undo.accept(started));
            return started;
        } finally {
            turn.release();
        }
    }

    /** Something more to do at the end. */
    void add(Runnable step) {
        turn.acquireUninterruptibly();
        steps.push(step);
        turn.release();
    }

    /** Keeps the turn for good. */
    private void runAtSignal(Screen screen) {
        turn.acquireUninterruptibly();
        run();
        screen.close("\nStopped; nothing is left behind.");
    }

    private void run() {
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
