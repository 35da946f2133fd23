package io.fdscope.report;

import io.fdscope.origin.GivenName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times for people; and what strangers wrote, made harmless. */
final class Words {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int UNIT = 1000;

    private Words() {}

    /** {@code 3,212}; {@code ?} where it is not known. */
    static String count(long value) {
        return value >= 0 ? String.format(Locale.ROOT, "%,d", value) : "?";
    }

    /** The same of one that may be NaN. */
    static String count(double value) {
        return value >= 0 ? String.format(Locale.ROOT, "%,d", (long) value) : "?";
    }

    /** {@code -3,212}, of one that is known. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    /** {@code 14:03:10}, in UTC. */
    static String clock(long epochMillis) {
        return CLOCK.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC));
    }

    /** {@code 2026-11-28 14:03:10}, in UTC. */
    static String day(long epochMillis) {
        return DAY.format(Instant.ofEpochMilli(epochMillis).atZone(ZoneOffset.UTC));
    }

    /** {@code 812 kB}. */
    static String bytes(long bytes) {
        if (bytes < UNIT) {
            return bytes + " bytes";
        }
        double size = bytes;
        int power = 0;
        while (size >= UNIT) {
            size /= UNIT;
            power++;
        }
        return String.format(
                Locale.ROOT, size < 10 ? "%.1f %sB" : "%.0f %sB", size, "_kMGTPE".substring(power, power + 1));
    }

    /** What a stranger wrote, in one line. */
    static String harmless(String text) {
        return new GivenName(text).oneLine();
    }
}
