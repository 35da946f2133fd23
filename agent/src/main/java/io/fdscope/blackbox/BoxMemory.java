package io.fdscope.blackbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes values into the mapped file, each in the form that the {@link Layout} gives it.
 *
 * @param bytes the file, in the layout's byte order
 */
record BoxMemory(ByteBuffer bytes) {
    private static final int CONTINUED = 0x80; // 10xxxxxx: a byte of a character that began before it
    private static final int CONTINUED_MASK = 0xc0;

    /** Writes figures from that place in the table of values on; of those of the scan, all or none. */
    <T> void figures(List<Figure<T>> figures, T seen, int from, boolean isNewScan) {
        for (int i = 0; i < figures.size(); i++) {
            Figure<T> figure = figures.get(i);
            if (isNewScan || !figure.isOfScan()) {
                figure(Layout.AT_VALUES + (from + i) * Long.BYTES, figure.of().apply(seen));
            }
        }
    }

    private void figure(int at, Number value) {
        if (value instanceof Double) {
            bytes.putDouble(at, value.doubleValue());
        } else {
            bytes.putLong(at, value.longValue());
        }
    }

    /** Writes a whole number. */
    void number(int at, long value) {
        bytes.putLong(at, value);
    }

    /** Writes a text with its length; one that does not fit before {@code end} is cut after a whole character. */
    void text(int at, String text, int end) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, end - at - Long.BYTES);
        while (length < utf8.length && (utf8[length] & CONTINUED_MASK) == CONTINUED) {
            length--;
        }
        bytes.putLong(at, length);
        bytes.put(at + Long.BYTES, utf8, 0, length);
    }
}
