package io.fdscope.order;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What came of an order. Written as a line {@code done} or {@code failed}, and the text.
 *
 * @param outcome whether it was done
 * @param text what was found, or one line that says why it failed
 */
public record Answer(Outcome outcome, String text) {
    /** Why a process without fdscope cannot obey. */
    public static final String NONE_RUNS = "no fdscope runs in it";

    /** Whether an order was done. */
    public enum Outcome {
        DONE,
        FAILED
    }

    /** It was done. */
    public static Answer done(String text) {
        return new Answer(Outcome.DONE, text);
    }

    /** It could not be done. */
    public static Answer failed(String reason) {
        return new Answer(Outcome.FAILED, reason);
    }

    /** Reads one; what is none, as another version may give it, is a failure with that text. */
    public static Answer parse(String written) {
        for (Outcome outcome : Outcome.values()) {
            if (written.startsWith(outcome.name() + "\n")) {
                return new Answer(outcome, written.substring(outcome.name().length() + 1));
            }
        }
        return failed("the fdscope in that process is of another version: " + written.strip());
    }

    /** In writing. */
    public String written() {
        return outcome.name() + "\n" + text;
    }

    /** Writes it; who waits for the file sees the whole or nothing. */
    public void writeTo(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(unfinished, written().getBytes(StandardCharsets.UTF_8)); // half a character becomes a question mark
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
