package io.fdscope.sample;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The history of the open count: every reading of the last ten minutes or so, and one a minute of the last day. Bounded
 * at about 60 KB. Thread safe.
 */
public final class Timeline {
    private static final int RECENT = 600;
    private static final int MINUTES = 1440;
    private static final int MOST_POINTS = 40;

    private final TimelineRing recent = new TimelineRing(RECENT, 0);
    private final TimelineRing minutes = new TimelineRing(MINUTES, TimeUnit.MINUTES.toMillis(1));
    private Slope lastHour = Slope.NONE;

    synchronized void add(Sample sample) {
        recent.add(sample);
        if (minutes.add(sample)) {
            lastHour = minutes.slope(TimeUnit.HOURS.toNanos(1), MOST_POINTS);
        }
    }

    synchronized Slope lastMinute() {
        return recent.slope(TimeUnit.MINUTES.toNanos(1), MOST_POINTS);
    }

    synchronized Slope lastHour() {
        return lastHour;
    }

    /** The latest 600 readings, oldest first. */
    public synchronized List<TimelinePoint> recent() {
        return recent.points();
    }

    /** One reading a minute of the last 24 hours, oldest first. */
    public synchronized List<TimelinePoint> minutes() {
        return minutes.points();
    }
}
