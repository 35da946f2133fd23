package io.fdscope.origin;

import java.util.regex.Pattern;

/**
 * What the program has named, or somebody who talks to it: a thread, a host, a path. It may hold anything.
 *
 * @param text as it was given
 */
public record GivenName(String text) {
    /** Line ends, what commands a terminal (escapes), and what turns the direction of writing or is not seen at all. */
    private static final Pattern HOSTILE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** All of it but the line end that our own texts have. */
    private static final Pattern HOSTILE_IN_LINES = Pattern.compile("[" + HOSTILE + "&&[^\n]]");

    /** The same with blanks for what would be no text: a part of one line, and no more than that. */
    public String oneLine() {
        return HOSTILE.matcher(text).replaceAll(" ");
    }

    /** The same of a text of several lines, whose ends ({@code \n}) stay. */
    public String lines() {
        return HOSTILE_IN_LINES.matcher(text).replaceAll(" ");
    }
}
