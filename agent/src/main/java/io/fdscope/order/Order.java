package io.fdscope.order;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One order. Written as four lines: a mark, the verb, the file for the answer, the text.
 *
 * @param verb what to do
 * @param answer the file for the answer, as the JVM that obeys sees it
 * @param text what else the verb needs
 */
public record Order(Verb verb, Path answer, String text) {
    private static final String MARK = "fdscope-order";
    private static final int LINES = 4;

    /** Reads an agent's argument; empty where it is none of ours, but options. */
    public static Optional<Order> parse(String argument) {
        String[] lines = argument == null ? new String[0] : argument.split("\n", LINES);
        if (lines.length < LINES || !lines[0].equals(MARK)) {
            return Optional.empty();
        }
        return Optional.of(new Order(verb(lines[1]), Path.of(lines[2]), lines[LINES - 1]));
    }

    private static Verb verb(String name) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().equals(name))
                .findFirst()
                .orElse(Verb.UNKNOWN);
    }

    /** As an agent's argument. */
    public String argument() {
        return String.join("\n", MARK, verb.name(), answer.toString(), text);
    }
}
