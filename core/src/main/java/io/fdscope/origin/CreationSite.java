package io.fdscope.origin;

import java.util.Arrays;
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
    private static final int MOST_FRAMES = 100;
    private static final int TELLING_FRAMES = 8;

    /** @throws IllegalArgumentException if the head is none of the frames */
    public CreationSite {
        frames = List.copyOf(frames);
        if (head < 0 || head > Math.max(0, frames.size() - 1)) {
            throw new IllegalArgumentException("head " + head + " of " + frames.size() + " frames");
        }
    }

    /**
     * The site that a stack shows. Its head is the first frame outside the JDK and outside generic factories; else the
     * first outside the JDK; else the first outside the JDK's own socket code.
     *
     * @param stack as the JVM gives it; our own frames are taken off, and what is beyond {@value #MOST_FRAMES}
     */
    public static CreationSite of(OpenedBy openedBy, StackTraceElement[] stack) {
        List<StackTraceElement> frames = Arrays.stream(stack)
                .dropWhile(frame -> FrameKind.isOurs(frame.getClassName()))
                .limit(MOST_FRAMES)
                .toList();
        return new CreationSite(openedBy, frames, FrameKind.head(frames));
    }

    /** {@code com.mysql.jdbc.StandardSocketFactory.connect(StandardSocketFactory.java:203)}; empty without frames. */
    public String name() {
        return frames.isEmpty() ? "" : line(frames.get(head));
    }

    /** The whole stack, a frame a line, innermost first. */
    public String stackText() {
        return frames.stream().map(CreationSite::line).collect(Collectors.joining("\n"));
    }

    /**
     * What tells this site from others: its head and the next frames outside the JDK, {@value #TELLING_FRAMES} in all; where
     * the head is a database driver's, the driver's own frames count as one, for all its users come by the same. All frames
     * where none is outside.
     */
    public List<StackTraceElement> tellingFrames() {
        List<StackTraceElement> outside = frames.stream()
                .skip(head)
                .filter(frame -> !FrameKind.of(frame.getClassName()).isJdk())
                .toList();
        int driver = (int) outside.stream()
                .takeWhile(frame -> FrameKind.of(frame.getClassName()) == FrameKind.DRIVER)
                .count();
        int telling = Math.max(1, driver) + TELLING_FRAMES - 1;
        return outside.isEmpty() ? frames : outside.subList(0, Math.min(telling, outside.size()));
    }

    /** A frame in words: {@code java.net.Socket.bind(Socket.java:681)}. */
    public static String line(StackTraceElement frame) {
        String source = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
        String line = frame.getLineNumber() >= 0 ? ":" + frame.getLineNumber() : "";
        return frame.getClassName() + "." + frame.getMethodName() + "(" + source + line + ")";
    }
}
