package io.fdscope.terminal;

/**
 * Text of one look. Whatever could command the terminal, or take another width than it seems, is not in it any more:
 * control and format characters, among them those that turn the direction of writing, are blanks; combining marks are
 * left out.
 *
 * @param text one line
 * @param style of the whole
 */
public record Piece(String text, Style style) {
    /** Cleans the text. */
    public Piece {
        text = clean(text);
    }

    /** Columns that it takes. */
    public int width() {
        return text.codePoints().map(Piece::width).sum();
    }

    /** As much of it as these columns hold. */
    Piece cut(int columns) {
        int left = columns;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            left -= width(character);
            if (left < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return new Piece(text.substring(0, end), style);
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> {}
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> out.append(' ');
                default -> out.appendCodePoint(character);
            }
        });
        return out.toString();
    }

    /** Two columns for what Unicode calls wide or full width (UAX 11), by its large blocks. */
    private static int width(int character) {
        boolean wide = (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xA960 && character <= 0xA97F)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
