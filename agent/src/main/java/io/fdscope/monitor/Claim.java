package io.fdscope.monitor;

import java.util.Optional;

/**
 * The right to watch this process. There is one for all class loaders, so it is held in a system property; who comes
 * first keeps it until closed.
 */
public final class Claim implements AutoCloseable {
    private static final String PROPERTY = "io.fdscope.watchedBy";

    private final String holder;

    private Claim(String holder) {
        this.holder = holder;
    }

    /** Takes it, or is empty where somebody has it. */
    public static Optional<Claim> take(String holder) {
        Object before = System.getProperties().putIfAbsent(PROPERTY, holder);
        return before == null ? Optional.of(new Claim(holder)) : Optional.empty();
    }

    /** Who has it: {@code agent} or {@code library}; empty where nobody has. */
    static Optional<String> holder() {
        return Optional.ofNullable(System.getProperty(PROPERTY));
    }

    /** Gives it back. */
    @Override
    public void close() {
        System.getProperties().remove(PROPERTY, holder);
    }
}
