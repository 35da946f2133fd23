package io.fdscope.top;

import io.fdscope.terminal.Line;
import io.fdscope.terminal.Style;
import java.util.List;

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
                key("unidentified", "a socket in none of the kernel's tables: created but never connected, or"),
                key("", "long over, and never closed"),
                key("held", "closed in Java, but its descriptor is still there"),
                key("/min", "growth a minute"),
                key("dropped", "lost by the program without close; a garbage collection closes it"),
                key("full in", "when the soft limit is reached at this pace"),
                Line.EMPTY,
                Line.of("Counts by kind leave out what is fdscope's own, so they are fewer than the open ones."),
                Line.of("By process id the black box is read, which also works when the process has no"),
                Line.of("descriptor left, hangs, or is dead."));
    }

    private static Line key(String key, String meaning) {
        return Line.of(String.format(java.util.Locale.ROOT, "  %-16s", key), Style.CYAN)
                .and(meaning);
    }
}
