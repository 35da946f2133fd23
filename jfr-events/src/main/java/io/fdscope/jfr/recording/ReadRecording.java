package io.fdscope.jfr.recording;

import io.fdscope.recording.RecordingContent;
import java.nio.file.Path;
import java.util.List;

/**
 * A recording that has been read.
 *
 * @param file where from
 * @param bytes how long it is
 * @param chunks how many chunks of it were read
 * @param content what it tells
 * @param problems what could not be read, and what that means, a sentence each; empty where all was
 */
public record ReadRecording(Path file, long bytes, int chunks, RecordingContent content, List<String> problems) {
    /** Copies. */
    public ReadRecording {
        problems = List.copyOf(problems);
    }
}
