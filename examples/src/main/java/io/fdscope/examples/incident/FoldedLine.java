package io.fdscope.examples.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * A line folded between words to fit a narrow terminal, the following lines as far in as the first, or as the text after
 * its bullet. A stack frame stays in one, so that it can be copied.
 *
 * @param line without line ends; may begin with spaces
 */
record FoldedLine(String line) {
    private static final int WIDTH = 80;
    private static final String BULLET = "- ";

    List<String> lines() {
        String text = line.stripLeading();
        if (text.startsWith(ShortStack.FRAME)) {
            return List.of(line);
        }
        int margin = line.length() - text.length() + (text.startsWith(BULLET) ? BULLET.length() : 0);
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(line.substring(0, margin));
        for (String word : line.substring(margin).split(" ", -1)) {
            if (current.length() > margin && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current = new StringBuilder(" ".repeat(margin));
            }
            current.append(current.length() > margin ? " " : "").append(word);
        }
        lines.add(current.toString());
        return lines;
    }
}
