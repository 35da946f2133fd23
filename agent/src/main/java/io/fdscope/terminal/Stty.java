package io.fdscope.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The mode and the size of the terminal on our stdin, by POSIX {@code stty}. Java cannot set them itself, and every library
 * that can brings native code, or calls this, too.
 */
public final class Stty {
    /** Keys come one by one, unseen, and ctrl-C is one of them: so is what would print a thread dump over the screen. */
    private static final List<String> KEYS =
            List.of("-icanon", "-echo", "-isig", "-ixon", "-iexten", "min", "1", "time", "0");

    private final String before;

    private Stty(String before) {
        this.before = before;
    }

    /** Whether our stdin and stdout are terminals. */
    public static boolean isThere() {
        try {
            return new ProcessBuilder("sh", "-c", "test -t 0 && test -t 1")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Remembers the mode.
     *
     * @throws IOException where there is no terminal, or no stty
     */
    public static Stty ofStandardInput() throws IOException {
        return new Stty(run(List.of("-g")));
    }

    /** How large it is. */
    public Size size() throws IOException {
        return Size.parse(run(List.of("size")));
    }

    void keysOneByOne() throws IOException {
        run(KEYS);
    }

    void restore() throws IOException {
        run(List.of(before));
    }

    private static String run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("stty says: " + text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return text;
    }
}
