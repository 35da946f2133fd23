package io.fdscope.monitor;

import io.fdscope.sample.SamplerThread;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The fdscope that runs in this JVM already, whichever class loader it came from: its sampling thread, found by name,
 * takes messages as strings, so that no type of ours has to be shared.
 */
public final class Incumbent {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;

    private final UnaryOperator<String> messages;

    private Incumbent(UnaryOperator<String> messages) {
        this.messages = messages;
    }

    /**
     * Finds it; waits while one has claimed this process and is about to start.
     *
     * @return empty where there is none, or none that answers
     * @throws InterruptedException if the waiting thread is to stop
     */
    public static Optional<Incumbent> await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Incumbent> found = find();
        while (found.isEmpty() && Claim.holder().isPresent() && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
            found = find();
        }
        return found;
    }

    /** Hands it the options that the newcomer was given, and returns its answer, one line. */
    public String tell(String options) {
        return messages.apply(options);
    }

    private static Optional<Incumbent> find() {
        return JvmThreads.all().stream()
                .filter(thread -> thread.getName().equals(SamplerThread.NAME) && thread instanceof UnaryOperator)
                .map(Incumbent::of)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // The name is ours, and so is the protocol.
    private static Incumbent of(Thread thread) {
        return new Incumbent((UnaryOperator<String>) thread);
    }
}
