package io.fdscope.procfs;

import java.io.IOException;

/**
 * Reads a kernel file line by line and token by token out of one reusable buffer, without garbage.
 *
 * <p>Tokens are separated by blanks and tabs. A number that is missing or no number is {@link #MALFORMED}; one beyond 63
 * bits is {@link Long#MAX_VALUE}. A line of more than 8 KiB may be skipped, one of more than 16 KiB always is: both are
 * counted as {@link #overlong}.
 */
final class KernelLines {
    static final long MALFORMED = -1;
    /** A read of up to 8 KiB needs no native memory in {@link java.io.RandomAccessFile}. */
    private static final int READ = 8192;

    private final byte[] buffer = new byte[2 * READ];
    private KernelFile file;
    private int filled;
    private int lineStart;
    private int lineEnd;
    private int nextLine;
    private int at;
    private boolean ended;
    private boolean terminated;
    private long overlong;

    /**
     * Starts at the beginning of {@code file}.
     *
     * @return false where the file cannot be read at this time
     */
    boolean open(KernelFile toRead) throws IOException {
        file = toRead;
        filled = 0;
        nextLine = 0;
        lineStart = 0;
        lineEnd = 0;
        at = 0;
        ended = false;
        overlong = 0;
        return toRead.rewind();
    }

    /** Goes to the next line; false at the end of the file. */
    boolean next() throws IOException {
        boolean skipping = false;
        while (true) {
            int end = indexOfNewline();
            if (end >= 0) {
                take(end, end + 1, true);
                if (!skipping) {
                    return true;
                }
                skipping = false;
            } else if (ended) {
                boolean some = nextLine < filled && !skipping;
                take(filled, filled, false);
                return some;
            } else if (nextLine == 0 && filled > buffer.length - READ) {
                overlong += skipping ? 0 : 1;
                skipping = true;
                filled = 0;
            } else {
                refill();
            }
        }
    }

    /** Whether the line ended with a newline, as all lines of the kernel's do. */
    boolean terminated() {
        return terminated;
    }

    /** Lines that did not fit the buffer since {@link #open}. */
    long overlong() {
        return overlong;
    }

    /** Whether the line starts with {@code prefix}; if so, reading goes on behind it. */
    boolean skip(String prefix) {
        int length = prefix.length();
        if (lineEnd - lineStart < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[lineStart + i] != prefix.charAt(i)) {
                return false;
            }
        }
        at = lineStart + length;
        return true;
    }

    /** Skips tokens; short lines are no error here, the next number will be malformed. */
    void skipTokens(int count) {
        for (int i = 0; i < count; i++) {
            skipBlanks();
            while (at < lineEnd && buffer[at] != ' ' && buffer[at] != '\t') {
                at++;
            }
        }
    }

    /** Whether the next token is {@code word}; it is read over either way. */
    boolean word(String word) {
        skipBlanks();
        int start = at;
        skipTokens(1);
        if (at - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (buffer[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The next token as a decimal number, or {@link #MALFORMED}. */
    long decimal() {
        skipBlanks();
        int start = at;
        long value = 0;
        while (at < lineEnd && buffer[at] >= '0' && buffer[at] <= '9') {
            int digit = buffer[at++] - '0';
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return at > start && atTokenEnd() ? value : MALFORMED;
    }

    /** The next token as a hexadecimal number of at most eight digits, or {@link #MALFORMED}. */
    long hex() {
        skipBlanks();
        int start = at;
        long value = hexDigits(9);
        return at > start && at - start <= 8 && atTokenEnd() ? value : MALFORMED;
    }

    /**
     * Reads {@code digits} hexadecimal digits right here, without looking for a token.
     *
     * @return the number, or {@link #MALFORMED} where there are fewer
     */
    long fixedHex(int digits) {
        int start = at;
        long value = hexDigits(digits);
        return at - start == digits ? value : MALFORMED;
    }

    /** Reads over one byte if it is {@code expected}. */
    boolean skip(char expected) {
        if (at < lineEnd && buffer[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    void skipBlanks() {
        while (at < lineEnd && (buffer[at] == ' ' || buffer[at] == '\t')) {
            at++;
        }
    }

    private long hexDigits(int most) {
        long value = 0;
        for (int i = 0; i < most && at < lineEnd; i++) {
            int digit = Character.digit(buffer[at], 16);
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    private boolean atTokenEnd() {
        return at == lineEnd || buffer[at] == ' ' || buffer[at] == '\t';
    }

    private int indexOfNewline() {
        for (int i = nextLine; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void take(int end, int next, boolean complete) {
        lineStart = nextLine;
        lineEnd = end;
        nextLine = next;
        at = lineStart;
        terminated = complete;
    }

    private void refill() throws IOException {
        System.arraycopy(buffer, nextLine, buffer, 0, filled - nextLine);
        filled -= nextLine;
        nextLine = 0;
        int read = file.read(buffer, filled, Math.min(READ, buffer.length - filled));
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
    }
}
