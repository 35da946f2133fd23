package io.fdscope.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a terminal can show.
 *
 * @param palette its colours
 * @param unicode whether it shows more than ASCII
 */
public record Look(Palette palette, boolean unicode) {
    /**
     * As the environment tells: {@code NO_COLOR} (no-color.org), {@code TERM}, {@code COLORTERM}, and the locale as
     * {@code setlocale(3)} takes it.
     */
    public static Look of(Map<String, String> environment) {
        return new Look(palette(environment), isUnicode(environment));
    }

    /** Whether it is a terminal on which a cursor can be moved. */
    public static boolean hasScreen(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return !term.isEmpty() && !term.equals("dumb");
    }

    private static Palette palette(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return Palette.NONE;
        }
        String term = environment.getOrDefault("TERM", "");
        if (term.startsWith("vt")) {
            return Palette.NONE;
        }
        return term.contains("256") || term.contains("direct") || environment.containsKey("COLORTERM")
                ? Palette.RICH
                : Palette.SIXTEEN;
    }

    private static boolean isUnicode(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8");
    }
}
