package io.fdscope.top;

import io.fdscope.row.Row;
import io.fdscope.sample.TimelinePoint;
import java.util.List;

/**
 * What has been seen of a process at one time.
 *
 * @param target what the user asked for: a process id or a URL
 * @param program the main class; empty where it is not known
 * @param source {@code black box} or {@code JMX}
 * @param epochMillis when the process was read, by its own clock
 * @param note what the user should know about it, or empty
 * @param ended whether the process is dead: there is nothing more to come
 * @param figures counts, growth and the like
 * @param timeline open and unidentified, oldest first
 * @param verdict in words; empty where there is none
 * @param suspects as in the MXBean's leakSuspects
 */
public record Glance(
        String target,
        String program,
        String source,
        long epochMillis,
        String note,
        boolean ended,
        Figures figures,
        List<TimelinePoint> timeline,
        String verdict,
        List<Row> suspects) {
    /** Readings come each second, unless the process was told otherwise. */
    private static final long LATE_MILLIS = 5000;

    /** Copies. */
    public Glance {
        timeline = List.copyOf(timeline);
        suspects = List.copyOf(suspects);
    }

    String title() {
        return program.isEmpty() ? target : target + "  " + program;
    }

    /** For how long there has been no reading; 0 where one is not overdue. */
    long silentMillis(long nowEpochMillis) {
        long age = nowEpochMillis - epochMillis;
        return age > Math.max(LATE_MILLIS, 3 * periodMillis()) ? age : 0;
    }

    private long periodMillis() {
        int size = timeline.size();
        return size < 2
                ? 0
                : timeline.get(size - 1).epochMillis() - timeline.get(size - 2).epochMillis();
    }

    /** How full. */
    Level level() {
        return Level.of(figures.fraction("utilization"));
    }
}
