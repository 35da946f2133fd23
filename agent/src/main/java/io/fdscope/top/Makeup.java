package io.fdscope.top;

import io.fdscope.terminal.Line;
import io.fdscope.terminal.Look;
import io.fdscope.terminal.Palette;
import io.fdscope.terminal.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the open descriptors are: a bar of kinds with its legend, and the sockets by state. */
final class Makeup {
    private static final String STATE = "state.";

    private final Figures figures;
    private final Signs signs;
    private final boolean lettered;

    Makeup(Figures figures, Look look) {
        this.figures = figures;
        this.signs = Signs.of(look.unicode());
        this.lettered = !look.unicode() || look.palette() == Palette.NONE;
    }

    /** A part of the bar; where there is no colour, its letter tells it. */
    private record Part(String name, char letter, long count, Style style) {}

    private List<Part> parts() {
        long unidentified = figures.count("unidentifiedSocketCount");
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("unidentified", 'U', unidentified, Style.MAGENTA));
        parts.add(new Part("sockets", 'S', figures.count("socketCount") - Math.max(0, unidentified), Style.BLUE));
        parts.add(new Part("files", 'F', figures.count("fileCount"), Style.CYAN));
        parts.add(new Part("pipes", 'P', figures.count("pipeCount"), Style.GREEN));
        parts.add(new Part("anon inodes", 'A', figures.count("anonInodeCount"), Style.ORANGE));
        parts.add(new Part("other", 'O', figures.count("otherCount"), Style.FAINT));
        return parts;
    }

    boolean isKnown() {
        return figures.count("socketCount") >= 0;
    }

    /** The bar. */
    Line bar(int columns) {
        List<Part> parts = parts();
        long all = parts.stream().mapToLong(part -> Math.max(0, part.count())).sum();
        Line line = Line.EMPTY;
        long before = 0;
        for (Part part : parts) {
            long from = Math.round((double) before / Math.max(1, all) * columns);
            before += Math.max(0, part.count());
            long to = Math.round((double) before / Math.max(1, all) * columns);
            String cell = lettered ? Character.toString(part.letter()) : signs.full;
            line = line.and(cell.repeat((int) (to - from)), part.style());
        }
        return line;
    }

    /** The legend, as many lines as it takes. */
    List<Line> legend(int columns) {
        List<Line> words = new ArrayList<>();
        for (Part part : parts()) {
            String swatch = lettered ? Character.toString(part.letter()) : signs.swatch;
            words.add(Line.of(swatch, part.style())
                    .and(" " + part.name() + " ")
                    .and(Figures.words(part.count()), Style.STRONG));
        }
        return flow(words, columns);
    }

    /** Sockets by state, the most frequent first. */
    List<Line> states(int columns) {
        List<Line> words = figures.values().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(STATE) && entry.getValue().longValue() > 0)
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Number> entry) -> -entry.getValue().longValue()))
                .map(entry -> Line.of(state(entry.getKey().substring(STATE.length())) + " ")
                        .and(Figures.words(entry.getValue().longValue()), Style.STRONG))
                .toList();
        return words.isEmpty() ? List.of(Line.of(isKnown() ? "no socket" : "unknown yet")) : flow(words, columns);
    }

    /** A socket state in words. */
    static String state(String label) {
        return switch (label) {
            case "unidentifiedSocketCount" -> "unidentified";
            case "udpUnbound" -> "of these UDP without a port";
            case "unixSockets" -> "unix domain";
            case "otherSockets" -> "other";
            default -> label.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        };
    }

    private static List<Line> flow(List<Line> words, int columns) {
        List<Line> lines = new ArrayList<>();
        Line line = Line.EMPTY;
        for (Line word : words) {
            if (line.width() > 0 && line.width() + 3 + word.width() > columns) {
                lines.add(line);
                line = Line.EMPTY;
            }
            line = line.width() == 0 ? word : line.and("   ").and(word);
        }
        lines.add(line);
        return lines;
    }
}
