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
    /** However far samples are apart, it looks about as often as this. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Sampler sampler;
    private final Thread thread;
    private boolean closed;
    private boolean woken;

    /**
     * Prepares the thread; {@link #start} starts it.
     *
     * @param messages answers what another fdscope says, on that one's thread
     */
    public SamplerThread(Sampler sampler, UnaryOperator<String> messages) {
        this.sampler = sampler;
        this.thread = new SpokenTo(this::run, messages);
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
        woken = true;
        notifyAll();
    }

    /** Whatever fails, such as for want of memory for a moment: nobody would start this thread again. */
    private void run() {
        while (!isClosed()) {
            try {
                sampleAndPause();
            } catch (Throwable e) {
                sampler.failed(e);
                sleep(PAUSE_NANOS);
            }
        }
    }

    private void sampleAndPause() {
        long next = System.nanoTime() + sampler.periods().count().toNanos();
        sampler.tick();
        for (long left = next - System.nanoTime(); left > 0 && sleep(left); left = next - System.nanoTime()) {
            if (left > PAUSE_NANOS) {
                sampler.betweenTicks();
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** For so long, at most {@value #PAUSE_NANOS} ns; false where it was woken to sample now, or to end. */
    private synchronized boolean sleep(long nanos) {
        if (!closed && !woken) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(nanos, PAUSE_NANOS));
            } catch (InterruptedException e) {
                // Nobody but a mistaken host interrupts us; closing goes by the flag.
                Thread.interrupted();
            }
        }
        boolean undisturbed = !closed && !woken;
        woken = false;
        return undisturbed;
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
