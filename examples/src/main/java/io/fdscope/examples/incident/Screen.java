package io.fdscope.examples.incident;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard output. On a terminal a line can be passing: the next one takes its place. Elsewhere every line stays. Colours
 * only on a terminal, and not where {@code NO_COLOR} is set. Thread safe.
 */
final class Screen {
    private static final String ERASE_LINE = "\r\033[K";

    /** How a piece of text looks. */
    enum Look {
        HEADING("1"),
        CALM("32"),
        WARNING("33"),
        ALARM("31;1");

        private final String code;

        Look(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean terminal;
    private final boolean coloured;
    private boolean passing;
    private boolean closed;

    Screen(PrintStream out, boolean terminal, boolean coloured) {
        this.out = out;
        this.terminal = terminal;
        this.coloured = coloured;
    }

    /** Asks the kernel what it is: {@link System#console} means different things in different versions of Java. */
    static Screen ofStandardOutput() {
        boolean terminal = leadsToTerminal() && !"dumb".equals(System.getenv("TERM"));
        String noColour = System.getenv("NO_COLOR");
        return new Screen(System.out, terminal, terminal && (noColour == null || noColour.isEmpty()));
    }

    private static boolean leadsToTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it is a terminal. */
    boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    synchronized void line(String text) {
        write(text + "\n");
        passing = false;
    }

    /** A line that the next one replaces, on a terminal; elsewhere it stays. */
    synchronized void passingLine(String text) {
        if (!terminal) {
            line(text);
            return;
        }
        write(text);
        passing = true;
    }

    private void write(String text) {
        if (!closed) {
            out.print((passing ? ERASE_LINE : "") + text);
            out.flush();
        }
    }

    /** The last word: it does not take the place of a passing line, and nothing is shown after it. */
    synchronized void close(String text) {
        passing = false;
        line(text);
        closed = true;
    }

    /** Gives a piece of text a look, where there are colours. */
    String as(Look look, String text) {
        return coloured ? "\033[" + look.code + "m" + text + "\033[0m" : text;
    }
}
