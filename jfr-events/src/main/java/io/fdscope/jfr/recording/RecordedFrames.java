package io.fdscope.jfr.recording;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;

/**
 * Stacks as the JDK's reader gives them, the same list for the same stack of a chunk. The flight recorder keeps no names of
 * source files: the name of the outermost class stands for it, which is right for Java's own compiler, as a rule.
 */
final class RecordedFrames {
    private static final int MOST = 5000;

    /** Weak, for each of the reader's stacks holds all the constants of its chunk. They are equal to none but themselves. */
    private final Map<RecordedStackTrace, List<StackTraceElement>> known = new WeakHashMap<>();

    List<StackTraceElement> of(RecordedStackTrace stack) {
        if (stack == null) {
            return List.of();
        }
        List<StackTraceElement> frames = known.get(stack);
        if (frames == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            frames = stack.getFrames().stream().map(RecordedFrames::frame).toList();
            known.put(stack, frames);
        }
        return frames;
    }

    private static StackTraceElement frame(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        if (method == null || method.getType() == null) {
            return new StackTraceElement("unknown", "unknown", null, -1);
        }
        String name = method.getType().getName();
        return new StackTraceElement(name, method.getName(), file(name), Math.max(-1, frame.getLineNumber()));
    }

    private static String file(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        int end = 0;
        while (end < simple.length()
                && Character.isJavaIdentifierPart(simple.charAt(end))
                && simple.charAt(end) != '$') {
            end++;
        }
        return end == 0 ? null : simple.substring(0, end) + ".java";
    }
}
