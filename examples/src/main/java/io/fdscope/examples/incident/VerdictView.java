package io.fdscope.examples.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * fdscope's own words, shortened and folded for a screen.
 *
 * @param text as {@code explain} words it: parts with an empty line between them, the first sentences first
 */
record VerdictView(String text) {
    private static final String MARGIN = "  ";
    private static final String SUSPECT = "Suspect: ";
    private static final String ORDERS = "What to do now:";

    /** What is wrong, what is known of the first suspect, and what to do now. */
    List<String> essence() {
        List<String> lines = new ArrayList<>(firstSentences());
        lines.add("");
        evidence().forEach(line -> lines.addAll(folded(line)));
        lines.add("");
        part(ORDERS).forEach(line -> lines.addAll(folded(MARGIN + line)));
        return lines;
    }

    /** What is wrong. */
    List<String> firstSentences() {
        return folded(MARGIN + part("").get(0));
    }

    /** All of it, for a text that is short. */
    List<String> lines() {
        return text.lines().flatMap(line -> folded(MARGIN + line).stream()).toList();
    }

    /** Without the line that names the suspect: the first sentences do. */
    private List<String> evidence() {
        List<String> told = part(SUSPECT).stream().skip(1).toList();
        List<String> frames = told.stream().filter(VerdictView::isFrame).toList();
        List<String> lines =
                new ArrayList<>(told.stream().takeWhile(line -> !isFrame(line)).toList());
        lines.addAll(new ShortStack(frames).lines());
        return lines;
    }

    private static boolean isFrame(String line) {
        return line.strip().startsWith(ShortStack.FRAME);
    }

    /** The lines of the first part that begins so; none where there is no such part. */
    private List<String> part(String start) {
        return Arrays.stream(text.split("\n\n"))
                .filter(part -> part.startsWith(start))
                .findFirst()
                .map(part -> part.lines().toList())
                .orElse(List.of());
    }

    private static List<String> folded(String line) {
        return new FoldedLine(line).lines();
    }
}
