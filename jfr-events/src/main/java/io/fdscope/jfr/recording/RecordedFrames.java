package io.fdscope.jfr.recording;

import io.fdscope.recording.MethodLine;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;

/** Stacks as the JDK's reader gives them, the same list for the same stack of a chunk. */
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
        boolean known = method != null && method.getType() != null;
        return new MethodLine(
                        known ? method.getType().getName() : null,
                        known ? method.getName() : null,
                        frame.getLineNumber())
                .element();
    }
}
