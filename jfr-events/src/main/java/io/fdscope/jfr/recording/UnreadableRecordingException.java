package io.fdscope.jfr.recording;

import java.io.IOException;

/** A file of which nothing can be read: the message says in one line why, and what would help. */
public final class UnreadableRecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordingException(String message) {
        super(message);
    }

    UnreadableRecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
