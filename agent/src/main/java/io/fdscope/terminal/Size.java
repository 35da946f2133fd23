package io.fdscope.terminal;

/**
 * How large a terminal is.
 *
 * @param columns 1 or more
 * @param rows 1 or more
 */
public record Size(int columns, int rows) {
    /** What a terminal that does not know it is taken for. */
    public static final Size USUAL = new Size(80, 24);

    private static final int MOST = 1000;

    /** Takes sizes out of range for the nearest in it. */
    public Size {
        columns = Math.max(1, Math.min(MOST, columns));
        rows = Math.max(1, Math.min(MOST, rows));
    }

    /** Of {@code 24 80}, as {@code stty size} prints it; the usual size where it is something else or zero. */
    static Size parse(String text) {
        String[] numbers = text.strip().split(" ", 3);
        if (numbers.length != 2 || !numbers[0].matches("[1-9]\\d{0,5}") || !numbers[1].matches("[1-9]\\d{0,5}")) {
            return USUAL;
        }
        return new Size(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]));
    }
}
