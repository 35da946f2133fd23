package io.fdscope.dump;

import java.io.IOException;

/** Writes what has been recorded so far to a file. */
@FunctionalInterface
public interface RecordingDump {
    /** No folder has been configured. */
    RecordingDump NONE = fileName -> {
        throw new UnsupportedOperationException("no folder for recordings: start fdscope with dump=FOLDER");
    };

    /**
     * Writes a file, with the verdict as text beside it. Never overwrites one.
     *
     * @param fileName a plain name that ends in {@code .jfr}, for a file in the configured folder
     * @return the path of what was written
     * @throws IllegalArgumentException if the name is none of those, or there is such a file
     * @throws UnsupportedOperationException if no folder is configured, or nothing is recorded
     * @throws IOException if it could not be written
     */
    String dump(String fileName) throws IOException;
}
