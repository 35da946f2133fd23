package io.fdscope.jfr.recording;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a recording, and says what came of it. */
final class ReadingMain {
    private ReadingMain() {}

    public static void main(String[] arguments) throws IOException {
        ReadRecording read = new RecordingReader(Path.of(arguments[0]), share -> {}).read();
        System.out.println("problems " + read.problems().size());
        System.out.println("verdict " + read.content().course().last().isPresent());
        System.out.println("events "
                + read.content().eventCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
