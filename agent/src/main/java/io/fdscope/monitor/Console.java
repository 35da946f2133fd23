package io.fdscope.monitor;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one way in which we speak to the user of a host process: a line on stderr. Lines are printed by a thread that ends
 * when there are no more, because stderr may be a pipe that nobody reads, and nobody of the host's may wait for it.
 */
public final class Console {
    private static final BlockingQueue<String> LINES = new ArrayBlockingQueue<>(100);
    private static final AtomicBoolean PRINTING = new AtomicBoolean();

    private Console() {}

    /** Prints one line soon; where a hundred are waiting it is lost. */
    public static void say(String line) {
        boolean unused = LINES.offer("fdscope: " + line);
        if (PRINTING.compareAndSet(false, true)) {
            try {
                Thread thread = new Thread(null, Console::print, "fdscope-stderr", 0, false);
                thread.setDaemon(true);
                thread.start();
            } catch (Throwable noThread) {
                PRINTING.set(false); // The next line tries again.
            }
        }
    }

    /** The application may have put anything there, null too; what it throws concerns nobody. */
    private static void print(String line) {
        try {
            System.err.println(line);
        } catch (Throwable lost) {
            // The next line may have more luck.
        }
    }

    private static void print() {
        do {
            for (String line = LINES.poll(); line != null; line = LINES.poll()) {
                print(line);
            }
            PRINTING.set(false);
        } while (!LINES.isEmpty() && PRINTING.compareAndSet(false, true));
    }
}
