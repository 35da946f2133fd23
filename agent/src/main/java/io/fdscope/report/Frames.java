package io.fdscope.report;

import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import java.util.List;

/** A stack in few words. */
final class Frames {
    private Frames() {}

    /** The frame that a stack is named by, as creation sites are. */
    static String named(List<StackTraceElement> frames) {
        return frames.isEmpty()
                ? "a stack that is not known"
                : CreationSite.of(OpenedBy.SOCKET, frames.toArray(StackTraceElement[]::new))
                        .name();
    }
}
