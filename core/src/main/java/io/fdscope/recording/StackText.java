package io.fdscope.recording;

import io.fdscope.origin.CreationSite;
import java.util.List;
import java.util.stream.Collectors;

/** A stack as text, a frame a line, innermost first, in the words of {@link CreationSite#stackText}. */
public final class StackText {
    /** An event must fit into the flight recorder's buffers. */
    static final int MOST_CHARACTERS = 16_000;

    private static final int MOST_FRAMES = 100;

    private StackText() {}

    /** Writes it, as many whole frames as there is room for. */
    public static String of(List<StackTraceElement> frames) {
        return cut(
                frames.stream().map(frame -> oneLine(CreationSite.line(frame))).collect(Collectors.joining("\n")));
    }

    /** As many whole lines of a text as there is room for. */
    public static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, Math.max(0, text.lastIndexOf('\n', MOST_CHARACTERS)));
    }

    private static String oneLine(String frame) {
        return frame.replace('\n', ' ').replace('\r', ' ');
    }

    /** Reads it: frames that read the same as those that were written. */
    public static List<StackTraceElement> read(String text) {
        return text.lines()
                .filter(line -> !line.isEmpty())
                .limit(MOST_FRAMES)
                .map(StackText::frame)
                .toList();
    }

    /** {@code java.net.Socket.bind(Socket.java:681)}; what is no frame becomes one with as much of it as can be. */
    private static StackTraceElement frame(String line) {
        int bracket = line.lastIndexOf('(');
        if (bracket < 0 || !line.endsWith(")")) {
            return new StackTraceElement(line, "", null, -1);
        }
        String method = line.substring(0, bracket);
        int dot = method.lastIndexOf('.');
        String source = line.substring(bracket + 1, line.length() - 1);
        int colon = source.lastIndexOf(':');
        int number = colon < 0 ? -1 : lineNumber(source.substring(colon + 1));
        return new StackTraceElement(
                method.substring(0, Math.max(0, dot)),
                method.substring(dot + 1),
                number < 0 ? source : source.substring(0, colon),
                number);
    }

    private static int lineNumber(String text) {
        return (int) Numbers.of(text).orElse(-1);
    }
}
