package io.fdscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Passes JSON on such that it can stand in a script element: nothing in it can end the element or begin a comment. In JSON
 * these characters are found within texts only, where the escape means the same.
 */
final class ScriptDataWriter extends Writer {
    private final Writer out;

    ScriptDataWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int plain = from;
        for (int i = from; i < from + length; i++) {
            if (isSpecial(text[i])) {
                out.write(text, plain, i - plain);
                out.write(String.format(Locale.ROOT, "\\u%04x", (int) text[i]));
                plain = i + 1;
            }
        }
        out.write(text, plain, from + length - plain);
    }

    /** Surrogates too: one without its other half is no UTF-8. */
    private static boolean isSpecial(char c) {
        return c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The page is not yet at its end. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
