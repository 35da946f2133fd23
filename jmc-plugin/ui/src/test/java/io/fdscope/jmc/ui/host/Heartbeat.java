package io.fdscope.jmc.ui.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;

/**
 * Makes whoever reads items wait, again and again, until the user interface's thread has done something else meanwhile: the
 * reading comes to its end only if that thread is free all the time.
 */
final class Heartbeat {
    private static final int ITEMS = 10_000;
    /** After that the thread is taken to be busy with the reading itself. */
    private static final int MOST_SECONDS = 20;

    private final Display display;
    private final AtomicLong items = new AtomicLong();
    private final AtomicLong beats = new AtomicLong();
    private volatile Runnable work = () -> {};

    Heartbeat(Display display) {
        this.display = display;
    }

    /** What is done at each beat from now on, in the user interface's thread. */
    void doing(Runnable now) {
        work = now;
    }

    /** How often that thread has done something while the reading waited. */
    long count() {
        return beats.get();
    }

    /** An item is read. */
    void passed() {
        if (items.incrementAndGet() % ITEMS == 0) {
            beat();
        }
    }

    private void beat() {
        CountDownLatch done = new CountDownLatch(1);
        display.asyncExec(() -> {
            work.run();
            beats.incrementAndGet();
            done.countDown();
        });
        try {
            if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the user interface's thread does nothing else");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
