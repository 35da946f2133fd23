package io.fdscope.jfr.dump;

import java.io.IOException;

/** Whether there is room for a recording. */
@FunctionalInterface
interface Room {
    /**
     * Looks for it.
     *
     * @throws IOException where there is none for so many bytes
     */
    void check(long bytes) throws IOException;
}
