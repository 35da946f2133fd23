package io.fdscope.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Says each line once: what is missing on this machine, what was refused. Thread safe. */
public final class Announcer {
    private static final int MAX_LINES = 100;

    private final Consumer<String> out;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** @param out takes one line without its line end; the agent prints it on stderr */
    public Announcer(Consumer<String> out) {
        this.out = out;
    }

    /** Passes {@code line} on: news, of which the caller knows that it is rare. */
    public void say(String line) {
        out.accept(line);
    }

    /** Passes {@code line} on unless it has been said before, or 100 other lines have. */
    public void sayOnce(String line) {
        if (said.size() < MAX_LINES && said.add(line)) {
            out.accept(line);
        }
    }
}
