package io.fdscope.jmc.items;

import io.fdscope.recording.MethodLine;
import java.util.IdentityHashMap;
import java.util.List;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCStackTrace;

/** Stacks as JMC holds them, the same list for the same stack of a chunk. */
final class ItemFrames {
    private static final int MOST = 5000;

    private final IdentityHashMap<IMCStackTrace, List<StackTraceElement>> known = new IdentityHashMap<>();

    List<StackTraceElement> of(IMCStackTrace stack) {
        if (stack == null || stack.getFrames() == null) {
            return List.of();
        }
        List<StackTraceElement> frames = known.get(stack);
        if (frames == null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            frames = stack.getFrames().stream().map(ItemFrames::frame).toList();
            known.put(stack, frames);
        }
        return frames;
    }

    private static StackTraceElement frame(IMCFrame frame) {
        IMCMethod method = frame == null ? null : frame.getMethod();
        boolean known = method != null && method.getType() != null;
        Integer line = known ? frame.getFrameLineNumber() : null;
        return new MethodLine(
                        known ? method.getType().getFullName() : null,
                        known ? method.getMethodName() : null,
                        line == null ? -1 : line)
                .element();
    }
}
