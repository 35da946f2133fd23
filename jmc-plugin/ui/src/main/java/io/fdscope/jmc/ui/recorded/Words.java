package io.fdscope.jmc.ui.recorded;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and spans of time for people, in the words of the verdict. */
public final class Words {
    /** What ends a line, or turns the order of what follows. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Words() {}

    /** {@code 3,212}; empty where it is negative or NaN, which is unknown. */
    public static String count(double value) {
        return value >= 0 ? String.format(Locale.ROOT, "%,d", (long) value) : "";
    }

    /** The same of a whole number. */
    public static String count(long value) {
        return value >= 0 ? String.format(Locale.ROOT, "%,d", value) : "";
    }

    /** {@code 1 creation}, {@code 3,212 creations}. */
    public static String count(long value, String what) {
        return count(value) + " " + what + (value == 1 ? "" : "s");
    }

    /** {@code 45 s}, {@code 12 min}, {@code 5 h}, {@code 3 days}; empty where it is negative, which is unknown. */
    public static String span(long millis) {
        double seconds = millis / 1000.0;
        if (millis < 0) {
            return "";
        }
        if (seconds < 2 * MINUTE) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 2 * HOUR) {
            return Math.round(seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAY ? Math.round(seconds / HOUR) + " h" : Math.round(seconds / DAY) + " days";
    }

    /** What a stranger wrote, in one line. */
    public static String harmless(String text) {
        return HARMFUL.matcher(text).replaceAll(" ");
    }
}
