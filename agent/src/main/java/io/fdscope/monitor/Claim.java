package io.fdscope.monitor;

import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to watch this process. There is one for all class loaders, so it is held in a system property; who comes
 * first keeps it until closed. The process's number stands in it: a program may hand all its properties to a child.
 */
public final class Claim implements AutoCloseable {
    private static final String PROPERTY = "io.fdscope.watchedBy";

    private static final String OF_THIS_PROCESS =
            " in process " + ProcessHandle.current().pid();

    private final String text;
    private final AtomicBoolean givenBack = new AtomicBoolean();

    private Claim(String text) {
        this.text = text;
    }

    /** Takes it, or is empty where somebody has it. */
    public static Optional<Claim> take(String holder) {
        String text = holder + OF_THIS_PROCESS;
        Properties properties = System.getProperties();
        Object before = properties.putIfAbsent(PROPERTY, text);
        boolean taken = before == null || (!isOfThisProcess(before) && properties.replace(PROPERTY, before, text));
        return taken ? Optional.of(new Claim(text)) : Optional.empty();
    }

    private static boolean isOfThisProcess(Object claim) {
        return claim instanceof String text && text.endsWith(OF_THIS_PROCESS);
    }

    /** Who has it: {@code agent} or {@code library}; empty where nobody has. */
    public static Optional<String> holder() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .filter(Claim::isOfThisProcess)
                .map(text -> text.substring(0, text.length() - OF_THIS_PROCESS.length()));
    }

    /** Gives it back, once: the next one's may have the same words. */
    @Override
    public void close() {
        if (!givenBack.getAndSet(true)) {
            System.getProperties().remove(PROPERTY, text);
        }
    }
}
