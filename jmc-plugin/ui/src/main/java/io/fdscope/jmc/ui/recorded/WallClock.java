package io.fdscope.jmc.ui.recorded;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Times of one recording for people: with the date, unless that is the same for all of the recording. Immutable.
 *
 * @param zone of the times
 * @param day that needs no telling; empty where the recording goes on beyond midnight
 */
public record WallClock(ZoneId zone, Optional<LocalDate> day) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    /** Of a recording that begins and ends at such moments, milliseconds since 1970. */
    public static WallClock of(long fromMillis, long toMillis, ZoneId zone) {
        LocalDate first = at(fromMillis, zone).toLocalDate();
        return new WallClock(zone, Optional.of(first).filter(at(toMillis, zone).toLocalDate()::equals));
    }

    private static ZonedDateTime at(long epochMillis, ZoneId zone) {
        return Instant.ofEpochMilli(epochMillis).atZone(zone);
    }

    /** {@code 14:03:10}, or {@code 29 Mar 14:03:10}. */
    public String text(long epochMillis) {
        ZonedDateTime time = at(epochMillis, zone);
        return (day.filter(time.toLocalDate()::equals).isPresent() ? TIME : DATE_AND_TIME).format(time);
    }
}
