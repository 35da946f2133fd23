package io.fdscope.guard;

import java.io.File;

/**
 * What the flight recorder is to write to.
 *
 * @param path a file; null for memory
 */
record Output(String path) {
    /** Memory, as it was wanted. */
    static final Output NONE = new Output(null);

    /**
     * The JVM begins a file with its header: one that is there and empty could not be opened, or is not yet. Takes no
     * descriptor.
     */
    boolean isUnwritten() {
        if (path == null) {
            return false;
        }
        File file = new File(path);
        return file.length() == 0 && file.exists();
    }
}
