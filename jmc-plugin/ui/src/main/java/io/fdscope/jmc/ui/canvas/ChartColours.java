package io.fdscope.jmc.ui.canvas;

import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.leak.VerdictLevel;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * Colours that can be told apart with every kind of colour vision, and from the background they are on: a light one or a dark
 * one, whichever theme it is of.
 *
 * @param background what is drawn on
 * @param text words and figures
 */
record ChartColours(RGB background, RGB text) {
    /** Relative luminance that black and white text are read equally well on. */
    private static final double MIDDLE = 0.179;

    /** The least contrast of text, by WCAG for all who see badly. */
    private static final double READABLE = 7;

    private static final double OF_GRID = 0.12;
    private static final double OF_SOFT_TEXT = 0.7;

    /** A text colour that cannot be read on the background, as some themes leave it, is replaced. */
    ChartColours {
        if (contrast(background, text) < READABLE) {
            text = isDark(background) ? new RGB(230, 235, 241) : new RGB(22, 32, 44);
        }
    }

    static boolean isDark(RGB colour) {
        return luminance(colour) < MIDDLE;
    }

    RGB of(UsageLine line) {
        boolean dark = isDark(background);
        return switch (line) {
            case OPEN -> dark ? new RGB(93, 178, 242) : new RGB(11, 102, 176);
            case SOFT_LIMIT -> dark ? new RGB(255, 138, 122) : new RGB(179, 38, 30);
            case UNIDENTIFIED -> dark ? new RGB(255, 149, 80) : new RGB(179, 68, 0);
            case HELD_AFTER_CLOSE -> dark ? new RGB(225, 156, 196) : new RGB(154, 79, 126);
        };
    }

    RGB of(VerdictLevel level) {
        boolean dark = isDark(background);
        return switch (level) {
            case UNKNOWN -> softText();
            case STABLE -> dark ? new RGB(86, 208, 165) : new RGB(0, 102, 74);
            case GROWING -> of(UsageLine.UNIDENTIFIED);
            case EXHAUSTING -> of(UsageLine.SOFT_LIMIT);
        };
    }

    /** Lines that only help to read others. */
    RGB grid() {
        return mixed(text, background, OF_GRID);
    }

    /** Words that matter less. */
    RGB softText() {
        return mixed(text, background, OF_SOFT_TEXT);
    }

    static Color color(RGB rgb) {
        return new Color(rgb);
    }

    private static RGB mixed(RGB one, RGB other, double ofOne) {
        return new RGB(
                mixed(one.red, other.red, ofOne),
                mixed(one.green, other.green, ofOne),
                mixed(one.blue, other.blue, ofOne));
    }

    private static int mixed(int one, int other, double ofOne) {
        return (int) Math.round(one * ofOne + other * (1 - ofOne));
    }

    /** 1 to 21, by WCAG. */
    static double contrast(RGB one, RGB other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
