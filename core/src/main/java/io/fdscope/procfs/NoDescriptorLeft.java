package io.fdscope.procfs;

import java.io.IOException;

/**
 * {@code EMFILE} and {@code ENFILE} in the C library's own words, which are all that the JDK passes on: "Too many open
 * files", "Too many open files in system". In another language of the C library they are not recognised.
 */
public final class NoDescriptorLeft {
    private static final String WORDS = "Too many open files";
    private static final int DEEPEST = 10;

    private NoDescriptorLeft() {}

    /** Whether this is that failure. */
    public static boolean is(Throwable failure) {
        String message = failure instanceof IOException ? failure.getMessage() : null;
        return message != null && message.contains(WORDS);
    }

    /** Whether this, or what caused it, is that failure. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (is(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
