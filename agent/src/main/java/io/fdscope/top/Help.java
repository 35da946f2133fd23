package io.fdscope.top;

import io.fdscope.terminal.Line;
import io.fdscope.terminal.Style;
import java.util.List;
import java.util.Locale;

/** What the keys do, and what the words mean. */
final class Help {
    private Help() {}

    static List<Line> lines(Signs signs) {
        return List.of(
                Line.of("KEYS", Style.STRONG),
                key(signs.arrows + ", j, k", "choose a suspect; scroll"),
                key(signs.enter, "all of the chosen suspect, with its stack; and back"),
                key("v", "the verdict in words; and back"),
                key("space", "pause, and go on"),
                key("esc", "back"),
                key("q, ctrl-C", "quit"),
                key("ctrl-Z", "to the shell; 'fg' comes back"),
                Line.EMPTY,
                Line.of("WORDS", Style.STRONG),
                key("unidentified", "a socket in none of the kernel's tables: never connected, or"),
                key("", "long over, and not closed"),
                key("held", "closed in Java, but its descriptor is still there"),
                key("/min", "growth a minute"),
                key("dropped", "lost without close; a garbage collection closes it"),
                key("full in", "when the soft limit is reached at this pace"),
                Line.EMPTY,
                Line.of("Counts by kind leave out what is fdscope's own. By process id the black box is read,"
                        + " also when the process has no descriptor left, hangs, or is dead."));
    }

    private static Line key(String key, String meaning) {
        return Line.of(String.format(Locale.ROOT, "  %-16s", key), Style.CYAN).and(meaning);
    }
}
