package io.fdscope.trace;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An application at work: plays scenarios on several threads, and notes every one that ends otherwise than it should. */
final class HostWork {
    private static final int THREADS = 3;
    private static final List<String> SCENARIOS = List.of(
            "socket",
            "socketWithTimeout",
            "refusedSocket",
            "unresolvedSocket",
            "channel",
            "refusedChannel",
            "nonBlockingChannel",
            "nonBlockingRefused",
            "heldBySelector",
            "unixDomain",
            "asynchronous",
            "asynchronousRefused",
            "datagrams");

    private final List<Thread> threads = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private final AtomicInteger played = new AtomicInteger();
    private volatile boolean over;

    HostWork() {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::work, "host-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Plays each of them once. */
    static List<String> once() {
        List<String> surprises = new ArrayList<>();
        for (String scenario : SCENARIOS) {
            try {
                Scenarios.class.getDeclaredMethod(scenario).invoke(null);
            } catch (InvocationTargetException e) {
                surprises.add(scenario + ": " + e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return surprises;
    }

    private void work() {
        while (!over) {
            List<String> last = once();
            played.incrementAndGet();
            synchronized (surprises) {
                surprises.addAll(last);
            }
        }
    }

    /** Rounds of all scenarios so far. */
    int rounds() {
        return played.get();
    }

    /** What ended otherwise than it should. */
    List<String> surprises() {
        synchronized (surprises) {
            return List.copyOf(surprises);
        }
    }

    /** Lets every thread finish its round. */
    void end() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
