package io.fdscope.examples.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a stack that tell most: the last of the JDK before the program, the first of the program, and where the
 * thread began. What is left out is counted.
 *
 * @param frames innermost first, each with its indent
 */
record ShortStack(List<String> frames) {
    /** What a frame begins with, after its indent. */
    static final String FRAME = "at ";

    private static final String OF_THE_JDK = FRAME + "(java|javax|jdk|sun)\\..*";
    private static final int SHOWN = 4;

    List<String> lines() {
        int program = (int) frames.stream().takeWhile(ShortStack::isOfTheJdk).count();
        int first = Math.max(0, program - 1);
        int end = Math.min(frames.size(), first + SHOWN);
        int last = Math.max(end, frames.size() - 1);
        List<String> lines = new ArrayList<>();
        addLeftOut(lines, first, "of the JDK");
        lines.addAll(frames.subList(first, end));
        addLeftOut(lines, last - end, "more");
        lines.addAll(frames.subList(last, frames.size()));
        return lines;
    }

    private static boolean isOfTheJdk(String frame) {
        return frame.strip().matches(OF_THE_JDK);
    }

    private void addLeftOut(List<String> lines, int count, String which) {
        if (count > 0) {
            String indent = " ".repeat(frames.get(0).indexOf(FRAME));
            lines.add(indent + "... " + count + " " + which);
        }
    }
}
