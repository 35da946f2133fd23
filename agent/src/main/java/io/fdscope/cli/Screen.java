package io.fdscope.cli;

import io.fdscope.origin.GivenName;
import java.io.PrintWriter;

/**
 * What may be a terminal. Texts of another process may hold characters that command it (colours, titles, worse), or turn
 * the direction of writing: these become blanks, all but line ends.
 *
 * @param out what is behind it
 */
record Screen(PrintWriter out) {
    /** Shows it at once. */
    void print(String text) {
        out.print(new GivenName(text).lines());
        out.flush();
    }
}
