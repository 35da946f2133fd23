package io.fdscope.cli;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * What may be a terminal. Texts of another process may hold characters that command it (colours, titles, worse), or turn
 * the direction of writing: these become blanks, all but line ends.
 *
 * @param out what is behind it
 */
record Screen(PrintWriter out) {
    private static final Pattern COMMANDS = Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]&&[^\n]]");

    /** Shows it at once. */
    void print(String text) {
        out.print(COMMANDS.matcher(text).replaceAll(" "));
        out.flush();
    }
}
