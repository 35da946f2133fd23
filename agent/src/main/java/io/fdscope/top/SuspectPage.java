package io.fdscope.top;

import io.fdscope.terminal.Line;
import io.fdscope.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that is known of one suspect. */
final class SuspectPage {
    private final SuspectWords words;

    SuspectPage(SuspectWords words) {
        this.words = words;
    }

    List<Line> lines(int columns) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(words.site(), Style.STRONG));
        lines.add(Line.of(words.cause(), words.style())
                .and(": sockets " + words.row().text("cause")));
        lines.add(Line.EMPTY);
        add(
                lines,
                "open",
                words.number("openCount") + ", of these unidentified " + words.number("unidentifiedSocketCount")
                        + ", held after close " + words.number("heldAfterCloseCount"));
        add(lines, "growth", words.growth() + " a minute; the oldest is " + words.oldest() + " old");
        add(
                lines,
                "created",
                words.number("createdCount") + " since tracing began; " + words.number("droppedWithoutCloseCount")
                        + " closed by the garbage collector");
        add(lines, "program", reachability());
        add(lines, "thread", words.row().text("creationThread"));
        add(lines, "states", words.counts("countByState", Makeup::state));
        add(lines, "to", words.counts("endpoints", name -> name));
        addStack(lines, "CREATED AT", words.stack());
        addStack(lines, "CLOSED AT, BUT STILL HELD", words.row().texts("closingStack"));
        return lines.stream()
                .flatMap(line -> new Folded(line).lines(columns).stream())
                .toList();
    }

    private String reachability() {
        return switch (words.row().text("reachability")) {
            case "held" -> "still refers to them";
            case "partlyDropped" -> "has dropped some of them without close";
            case "dropped" -> "has dropped them without close: a garbage collection closes them";
            default -> "unknown whether it still refers to them: 'fdscope why --gc' finds out";
        };
    }

    private static void add(List<Line> lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.add(Line.of(String.format(Locale.ROOT, "%-9s", name), Style.FAINT)
                    .and(text));
        }
    }

    private void addStack(List<Line> lines, String title, List<String> frames) {
        if (frames.isEmpty()) {
            return;
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of(title, Style.STRONG));
        for (String frame : frames) {
            lines.add(Line.of("  " + frame, style(frame)));
        }
    }

    private Style style(String frame) {
        if (frame.equals(words.row().text("creationSite"))) {
            return Style.STRONG;
        }
        boolean jdk = frame.startsWith("java.") || frame.startsWith("jdk.") || frame.startsWith("sun.");
        return jdk ? Style.FAINT : Style.PLAIN;
    }
}
