package io.fdscope.recording;

import java.util.OptionalLong;

/** A whole number in a text that anybody may have written. */
final class Numbers {
    private static final int MOST_DIGITS = 20;

    private Numbers() {}

    /** Empty where it is none. */
    static OptionalLong of(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
