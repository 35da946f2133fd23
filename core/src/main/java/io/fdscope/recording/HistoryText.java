package io.fdscope.recording;

import io.fdscope.leak.SitePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A site's history as one text, a point a line: time in milliseconds, open, lingering, created, dropped. Each number but
 * those of the first line is the difference to the line before, and is left out where it is 0:
 *
 * <pre>
 * 123456789,10,0,12,0
 * 10000,5,,5,
 * 10000,,,,
 * </pre>
 */
public final class HistoryText {
    private static final int FIGURES = 5;
    private static final int MOST_POINTS = 1000;

    private HistoryText() {}

    /** Writes it. */
    public static String of(List<SitePoint> points) {
        StringBuilder text = new StringBuilder();
        long[] before = new long[FIGURES];
        for (SitePoint point : points) {
            long[] now = {point.millis(), point.open(), point.lingering(), point.created(), point.dropped()};
            for (int i = 0; i < FIGURES; i++) {
                text.append(i == 0 ? "" : ",").append(now[i] == before[i] ? "" : Long.toString(now[i] - before[i]));
            }
            text.append('\n');
            before = now;
        }
        return text.toString();
    }

    /** Reads it, as far as it is as it should be. */
    public static List<SitePoint> read(String text) {
        List<SitePoint> points = new ArrayList<>();
        long[] figures = new long[FIGURES];
        for (String line : (Iterable<String>) text.lines().limit(MOST_POINTS)::iterator) {
            if (!add(line.split(",", -1), figures)) {
                break;
            }
            points.add(new SitePoint(figures[0], figures[1], figures[2], figures[3], figures[4]));
        }
        return points;
    }

    private static boolean add(String[] differences, long[] figures) {
        if (differences.length != FIGURES) {
            return false;
        }
        for (int i = 0; i < FIGURES; i++) {
            OptionalLong difference = Numbers.of(differences[i].isEmpty() ? "0" : differences[i]);
            if (difference.isEmpty()) {
                return false;
            }
            figures[i] += difference.getAsLong();
        }
        return true;
    }
}
