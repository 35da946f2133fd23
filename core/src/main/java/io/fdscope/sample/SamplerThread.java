package io.fdscope.sample;

import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The one thread that samples: a daemon named {@value #NAME}. The thread object itself is an operator on strings, by
 * which a second fdscope in the JVM, of whatever class loader, can speak to the first.
 */
public final class SamplerThread implements AutoCloseable {
    /** The thread's name. */
    public static final String NAME = "fdscope-sampler";

    private static final long JOIN_MILLIS = 2000;

    private final Sampler sampler;
    private final Thread thread;
    private boolean closed;

    /**
     * Prepares the thread; {@link #start} starts it.
     *
     * @param messages answers what another fdscope says, on that one's thread
     */
    public SamplerThread(Sampler sampler, UnaryOperator<String> messages) {
        this.sampler = sampler;
        this.thread = new SpokenTo(this::run, messages);
    }

    /** Prepares a thread that answers nothing to messages. */
    public SamplerThread(Sampler sampler) {
        this(sampler, message -> "");
    }

    private static final class SpokenTo extends Thread implements UnaryOperator<String> {
        private final UnaryOperator<String> messages;

        SpokenTo(Runnable body, UnaryOperator<String> messages) {
            super(null, body, NAME, 0, false);
            this.messages = messages;
            setDaemon(true);
        }

        @Override
        public String apply(String message) {
            return messages.apply(message);
        }
    }

    /** Starts sampling, with a first full sample at once. */
    public void start() {
        thread.start();
    }

    /** Wakes the thread, so that changed periods count from now. */
    public synchronized void wake() {
        notifyAll();
    }

    private void run() {
        while (!isClosed()) {
            long next = System.nanoTime() + sampler.periods().count().toNanos();
            sampler.tick();
            pauseUntil(next);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void pauseUntil(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        if (closed || left <= 0) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
            // Nobody but a mistaken host interrupts us; closing goes by the flag.
            Thread.interrupted();
        }
    }

    /** Stops sampling and waits for a sample under way, at most two seconds. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
