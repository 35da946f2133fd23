package io.fdscope.examples.incident;

import java.util.Arrays;
import java.util.Optional;

/** What the service says to whoever started it: one line of standard output, a word and a text. */
enum ServiceAnswer {
    /** It is up; the text is the address of its JMX server. */
    READY,
    /** The first request failed for want of a descriptor; the text is the exception. */
    EXHAUSTED,
    /** The pool is given up. */
    LET_GO,
    /** The recording is written. */
    DUMPED,
    /** An order could not be followed; the text says why. */
    FAILED;

    private static final String MARK = "service: ";

    /** Says it, on a stream that has been open from the start: this needs no descriptor. */
    void say(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        System.out.println(MARK + name() + " " + oneLine);
        System.out.flush();
    }

    /** The text of a line, if the line is this answer. */
    Optional<String> textOf(String line) {
        String start = MARK + name() + " ";
        return line.startsWith(start) ? Optional.of(line.substring(start.length())) : Optional.empty();
    }

    /** Whether a line is an answer at all; anything else is a message of the JVM. */
    static boolean isOne(String line) {
        return Arrays.stream(values()).anyMatch(answer -> answer.textOf(line).isPresent());
    }
}
