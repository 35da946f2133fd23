package io.fdscope.procfs;

import java.io.IOException;

/** {@code /proc/self/fd} cannot be looked into; the message says which path and why. */
public final class DescriptorsUnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    DescriptorsUnreadableException(IOException cause) {
        super(cause.toString(), cause);
    }
}
