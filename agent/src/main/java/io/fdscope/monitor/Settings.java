package io.fdscope.monitor;

import io.fdscope.option.Option;
import io.fdscope.option.Options;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The options in force, and who is to know when they change. */
final class Settings {
    private final List<Consumer<Options>> listeners = new CopyOnWriteArrayList<>();
    private volatile Options options;

    Settings(Options options) {
        this.options = options;
    }

    /** As of now. */
    Options current() {
        return options;
    }

    /** Tells of every change what was given; the rest stays, and {@link #current} has both. */
    void listen(Consumer<Options> listener) {
        listeners.add(listener);
    }

    /**
     * Changes what was given, as far as that is possible under way.
     *
     * @return what is to be said about the rest, in parts that begin with a semicolon; empty where there is none
     */
    synchronized String change(String given) {
        StringBuilder said = new StringBuilder();
        Options changed = Options.parse(given, complaint -> said.append("; ").append(complaint));
        String kept = changed.given().stream()
                .filter(option -> !option.isChangeable())
                .map(Option::key)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!kept.isEmpty()) {
            said.append("; what it started with stays for ").append(kept);
        }
        options = options.changedBy(given, complaint -> {});
        for (Consumer<Options> listener : listeners) {
            tell(listener, changed, said);
        }
        return said.toString();
    }

    private static void tell(Consumer<Options> listener, Options changed, StringBuilder said) {
        try {
            listener.accept(changed);
        } catch (UnsupportedOperationException e) {
            said.append("; ").append(e.getMessage());
        }
    }
}
