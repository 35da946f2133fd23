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
 * @param epochMillis when the process was read, by the clock of this machine
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

    /** What there being no reading means. A process that is asked and answers does not hang. */
    String silence() {
        return source.equals("JMX")
                ? "the process answers, but fdscope in it stands still; this is its last"
                : "the process hangs or is stopped; this is the last it wrote";
    }

    /** By how much the last scan is older than the reading, both by the process's clock; −1 where that is not known. */
    long scanAgeMillis() {
        long scanned = figures.count("lastScanEpochMillis");
        long read = figures.count("readingEpochMillis");
        return scanned > 0 && read > 0 ? Math.max(0, read - scanned) : -1;
    }

    /** As the process says, or as its last two readings have it. */
    private long periodMillis() {
        int size = timeline.size();
        return size < 2
                ? figures.count("countPeriodMillis")
                : Math.max(
                        figures.count("countPeriodMillis"),
                        timeline.get(size - 1).epochMillis()
                                - timeline.get(size - 2).epochMillis());
    }

    /** How full. */
    Level level() {
        return Level.of(figures.fraction("utilization"));
    }
}
