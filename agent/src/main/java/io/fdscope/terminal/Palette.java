package io.fdscope.terminal;

import java.util.Map;

/**
 * The colours that a terminal has. The background is left as it is: the 256 colours chosen are of middle brightness, and
 * stand out from black and from white.
 */
public enum Palette {
    /** {@code NO_COLOR}, and terminals without: bold, faint and reverse remain. */
    NONE(Map.of(
            Style.FAINT, "2",
            Style.STRONG, "1",
            Style.CHOSEN, "7",
            Style.RED, "1",
            Style.ON_ORANGE, "7",
            Style.ON_RED, "1;7")),
    /** The terminal's own sixteen, which its user may have set. */
    SIXTEEN(Map.ofEntries(
            Map.entry(Style.FAINT, "2"),
            Map.entry(Style.STRONG, "1"),
            Map.entry(Style.CHOSEN, "7"),
            Map.entry(Style.GREEN, "32"),
            Map.entry(Style.ORANGE, "33"),
            Map.entry(Style.RED, "31;1"),
            Map.entry(Style.BLUE, "34"),
            Map.entry(Style.CYAN, "36"),
            Map.entry(Style.MAGENTA, "35"),
            Map.entry(Style.MAGENTA_ON_GREEN, "35;42"),
            Map.entry(Style.MAGENTA_ON_ORANGE, "35;43"),
            Map.entry(Style.MAGENTA_ON_RED, "35;41"),
            Map.entry(Style.ON_ORANGE, "30;43"),
            Map.entry(Style.ON_RED, "37;41;1"))),
    RICH(Map.ofEntries(
            Map.entry(Style.FAINT, "38;5;244"),
            Map.entry(Style.STRONG, "1"),
            Map.entry(Style.CHOSEN, "7"),
            Map.entry(Style.GREEN, "38;5;35"),
            Map.entry(Style.ORANGE, "38;5;172"),
            Map.entry(Style.RED, "1;38;5;167"),
            Map.entry(Style.BLUE, "38;5;32"),
            Map.entry(Style.CYAN, "38;5;37"),
            Map.entry(Style.MAGENTA, "38;5;133"),
            Map.entry(Style.MAGENTA_ON_GREEN, "38;5;133;48;5;35"),
            Map.entry(Style.MAGENTA_ON_ORANGE, "38;5;133;48;5;172"),
            Map.entry(Style.MAGENTA_ON_RED, "38;5;133;48;5;167"),
            Map.entry(Style.ON_ORANGE, "38;5;16;48;5;214"),
            Map.entry(Style.ON_RED, "1;38;5;231;48;5;160")));

    @SuppressWarnings("ImmutableEnumChecker") // Made by Map.of.
    private final Map<Style, String> codes;

    Palette(Map<Style, String> codes) {
        this.codes = codes;
    }

    /** What stands between {@code ESC [} and {@code m}, ECMA-48 8.3.117; empty for plain text. */
    String code(Style style) {
        return codes.getOrDefault(style, "");
    }
}
