package io.fdscope.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Waits until the application's {@code main} runs. Before that, touching the platform MBean server would load
 * {@code java.util.logging} ahead of an application that brings its own log manager, and slow the start.
 */
public final class HostMain {
    private static final Set<String> BEFORE_MAIN =
            Set.of("sun.launcher.LauncherHelper", "sun.instrument.InstrumentationImpl");
    private static final Duration NATIVE_HOST = Duration.ofSeconds(10);
    private static final Duration CUSTOM_LOG_MANAGER = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final BooleanSupplier logManagerLoaded;

    /** @param logManagerLoaded whether {@code java.util.logging.LogManager} is loaded by now */
    public HostMain(BooleanSupplier logManagerLoaded) {
        this.logManagerLoaded = logManagerLoaded;
    }

    /**
     * Waits; on a thread of ours only.
     *
     * @throws InterruptedException if that thread is to stop
     */
    public void await() throws InterruptedException {
        long start = System.nanoTime();
        while (!isRunning(System.nanoTime() - start)) {
            Thread.sleep(POLL_MILLIS);
        }
        long running = System.nanoTime();
        while (bringsItsOwnLogManager()
                && !logManagerLoaded.getAsBoolean()
                && System.nanoTime() - running < CUSTOM_LOG_MANAGER.toNanos()) {
            Thread.sleep(POLL_MILLIS * 10);
        }
    }

    /** A main thread without any frame is about to enter main, or belongs to a native host that has none. */
    private static boolean isRunning(long waitedNanos) {
        Optional<Thread> main = mainThread();
        if (main.isEmpty()) {
            return true;
        }
        StackTraceElement[] stack = main.get().getStackTrace();
        if (stack.length == 0) {
            return waitedNanos > NATIVE_HOST.toNanos();
        }
        return !BEFORE_MAIN.contains(stack[stack.length - 1].getClassName());
    }

    @SuppressWarnings("deprecation") // Thread.getId: threadId is not there on 17.
    private static Optional<Thread> mainThread() {
        return JvmThreads.all().stream().filter(thread -> thread.getId() == 1).findFirst();
    }

    private static boolean bringsItsOwnLogManager() {
        return System.getProperty("java.util.logging.manager") != null
                || System.getProperty("sun.java.command", "").contains("jboss-modules");
    }
}
