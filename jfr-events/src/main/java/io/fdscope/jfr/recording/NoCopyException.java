package io.fdscope.jfr.recording;

import java.io.IOException;

/** The folder for temporary files does not take the copy of a chunk: nothing that the recording could help. */
final class NoCopyException extends IOException {
    private static final long serialVersionUID = 1L;

    NoCopyException(Chunk chunk, IOException cause) {
        super("a copy of " + chunk.size() + " bytes cannot be written", cause);
    }
}
