package io.fdscope.jmc.ui.host;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

/** What Stack Trace, Flame Graph and Properties would be about. */
record ShownItems(IItemCollection items) {
    private static final String HOSTS = "io.fdscope.fixture.";

    /** How many of each type, then how many by each method of the test's own hosts that is on their stacks. */
    String text() {
        Map<String, Long> types = new TreeMap<>();
        Map<String, Long> methods = new TreeMap<>();
        for (IItemIterable some : items) {
            for (IItem item : some) {
                types.merge(some.getType().getIdentifier(), 1L, Long::sum);
                methods.merge(
                        method(JfrAttributes.EVENT_STACKTRACE
                                .getAccessor(some.getType())
                                .getMember(item)),
                        1L,
                        Long::sum);
            }
        }
        return types + "\n" + methods;
    }

    private static String method(IMCStackTrace stack) {
        return stack == null
                ? "none"
                : stack.getFrames().stream()
                        .filter(frame -> name(frame).startsWith(HOSTS))
                        .map(frame -> frame.getMethod().getMethodName() + ":" + frame.getFrameLineNumber())
                        .findFirst()
                        .orElse("others");
    }

    private static String name(IMCFrame frame) {
        return frame.getMethod().getType().getFullName();
    }
}
