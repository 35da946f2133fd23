package io.fdscope.jmc.ui.scale;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time as pixels from left to right.
 *
 * @param from the first moment, milliseconds since 1970
 * @param to the last, later than the first
 * @param left the pixel of the first
 * @param right the pixel of the last
 */
public record TimeScale(long from, long to, int left, int right) {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        30 * DAY,
        90 * DAY,
        365 * DAY
    };
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** @throws IllegalArgumentException if it has no width */
    public TimeScale {
        if (to <= from || right < left) {
            throw new IllegalArgumentException(from + " to " + to + " on " + left + " to " + right);
        }
    }

    /** The pixel of a moment. */
    public int x(long epochMillis) {
        return (int) Math.round(left + (double) (epochMillis - from) / (to - from) * (right - left));
    }

    /** The moment of a pixel, held within the scale. */
    public long millis(int x) {
        double share = (double) (Math.max(left, Math.min(right, x)) - left) / Math.max(1, right - left);
        return from + Math.round(share * (to - from));
    }

    /** Round times of a zone, at least so many pixels apart. */
    public List<Tick> ticks(ZoneId zone, int leastPixels) {
        long step = step((double) leastPixels * (to - from) / Math.max(1, right - left));
        long offset = zone.getRules().getOffset(Instant.ofEpochMilli(from)).getTotalSeconds() * SECOND;
        List<Tick> ticks = new ArrayList<>();
        long first = Math.floorDiv(from + offset + step - 1, step) * step - offset;
        for (long millis = first; millis <= to; millis += step) {
            ticks.add(
                    new Tick((double) millis, label(Instant.ofEpochMilli(millis).atZone(zone), step)));
        }
        return ticks;
    }

    private static long step(double least) {
        for (long step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return (long) Math.ceil(least / STEPS[STEPS.length - 1]) * STEPS[STEPS.length - 1];
    }

    private static String label(ZonedDateTime time, long step) {
        if (step >= DAY || time.toLocalTime().equals(LocalTime.MIDNIGHT)) { // All to its right is of that day.
            return DATE.format(time);
        }
        if (step >= MINUTE) {
            return MINUTES.format(time);
        }
        return (step >= SECOND ? SECONDS : MILLIS).format(time);
    }
}
