package io.fdscope.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Waits until the application's {@code main} has had time for its own settings. The JVM's first socket fixes
 * {@code java.net.preferIPv4Stack} for good, and the platform MBean server loads {@code java.util.logging}: what an
 * application sets for them at the start of main must come first.
 */
public final class HostMain {
    private static final Set<String> BEFORE_MAIN =
            Set.of("sun.launcher.LauncherHelper", "sun.instrument.InstrumentationImpl");
    /** For the application's settings, from when main runs. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration NATIVE_HOST = Duration.ofSeconds(10);
    private static final Duration CUSTOM_LOG_MANAGER = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final BooleanSupplier logManagerLoaded;
    private final BooleanSupplier givenUp;

    /**
     * @param logManagerLoaded whether {@code java.util.logging.LogManager} is loaded by now
     * @param givenUp whether there is no more need to wait
     */
    public HostMain(BooleanSupplier logManagerLoaded, BooleanSupplier givenUp) {
        this.logManagerLoaded = logManagerLoaded;
        this.givenUp = givenUp;
    }

    /**
     * Waits; on a thread of ours only.
     *
     * @throws InterruptedException if that thread is to stop
     */
    public void await() throws InterruptedException {
        long start = System.nanoTime();
        waitWhile(() -> !isRunning(System.nanoTime() - start));
        long running = System.nanoTime();
        waitWhile(() -> System.nanoTime() - running < GRACE.toNanos());
        waitWhile(() -> bringsItsOwnLogManager()
                && !logManagerLoaded.getAsBoolean()
                && System.nanoTime() - running < CUSTOM_LOG_MANAGER.toNanos());
    }

    private void waitWhile(BooleanSupplier condition) throws InterruptedException {
        while (!givenUp.getAsBoolean() && condition.getAsBoolean()) {
            Thread.sleep(POLL_MILLIS);
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
