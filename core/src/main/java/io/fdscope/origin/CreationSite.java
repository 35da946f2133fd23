package io.fdscope.origin;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in the program that creates sockets. Sites with the same frames are the same.
 *
 * @param openedBy how it creates them
 * @param frames the stack, innermost first, without our own frames; empty where it was not recorded
 * @param head index of the frame to name: the first outside the JDK and outside generic factories
 */
public record CreationSite(OpenedBy openedBy, List<StackTraceElement> frames, int head) {
    /** @throws IllegalArgumentException if the head is none of the frames */
    public CreationSite {
        frames = List.copyOf(frames);
        if (head < 0 || head > Math.max(0, frames.size() - 1)) {
            throw new IllegalArgumentException("head " + head + " of " + frames.size() + " frames");
        }
    }

    /** {@code com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)}; empty without frames. */
    public String name() {
        return frames.isEmpty() ? "" : line(frames.get(head));
    }

    /** The whole stack, a frame a line, innermost first. */
    public String stackText() {
        return frames.stream().map(CreationSite::line).collect(Collectors.joining("\n"));
    }

    private static String line(StackTraceElement frame) {
        String source = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
        String line = frame.getLineNumber() >= 0 ? ":" + frame.getLineNumber() : "";
        return frame.getClassName() + "." + frame.getMethodName() + "(" + source + line + ")";
    }
}
