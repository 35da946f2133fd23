package io.fdscope.monitor;

import io.fdscope.sample.SamplerThread;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The fdscope that runs in this JVM already, whichever class loader it came from: its sampling thread, found by name,
 * takes messages as strings, so that no type of ours has to be shared.
 */
final class Incumbent {
    private final UnaryOperator<String> messages;

    private Incumbent(UnaryOperator<String> messages) {
        this.messages = messages;
    }

    static Optional<Incumbent> find() {
        return JvmThreads.all().stream()
                .filter(thread -> thread.getName().equals(SamplerThread.NAME) && thread instanceof UnaryOperator)
                .map(Incumbent::of)
                .findFirst();
    }

    /** Hands it the options that the newcomer was given, and returns its answer, one line. */
    String tell(String options) {
        return messages.apply(options);
    }

    @SuppressWarnings("unchecked") // The name is ours, and so is the protocol.
    private static Incumbent of(Thread thread) {
        return new Incumbent((UnaryOperator<String>) thread);
    }
}
