package io.fdscope.cli;

import io.fdscope.row.Row;
import io.fdscope.sample.TimelinePoint;
import io.fdscope.top.Figures;
import io.fdscope.top.Glance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Looks at the MXBean over one connection, and keeps the history that a bean does not have. */
final class JmxGlances implements GlanceSource {
    private static final int MOST_POINTS = 600;

    private final KeptConnection connection;
    private final JmxSource source;
    private final Deque<TimelinePoint> timeline = new ArrayDeque<>();
    private Explanation explained = new Explanation("JMX", "", "", "", List.<Row>of());
    private long explainedScan = -1;
    private long lastReading = -1;

    JmxGlances(KeptConnection connection) {
        this.connection = connection;
        this.source = new JmxSource(connection);
    }

    @Override
    public Glance look() throws UserError {
        Status status = source.read();
        long now = System.currentTimeMillis();
        long at = now - Math.max(0, status.ageMillis(now));
        if (status.count("readingEpochMillis") != lastReading || lastReading < 0) {
            lastReading = status.count("readingEpochMillis");
            add(new TimelinePoint(
                    at,
                    status.count("openCount"),
                    status.count("socketCount"),
                    status.count("unidentifiedSocketCount")));
        }
        if (status.count("scanCount") != explainedScan) {
            explain();
            explainedScan = status.count("scanCount");
        }
        return new Glance(
                status.target(),
                "",
                status.source(),
                at,
                explained.note(),
                false,
                new Figures(status.figures()),
                List.copyOf(timeline),
                explained.text(),
                explained.suspects());
    }

    private void add(TimelinePoint point) {
        timeline.add(point);
        if (timeline.size() > MOST_POINTS) {
            timeline.remove();
        }
    }

    /** A user who may only read attributes sees them; where the connection is lost, the next look tells. */
    private void explain() {
        try {
            explained = source.explain();
        } catch (UserError refused) {
            explained = new Explanation("JMX", connection.target(), refused.getMessage(), "", List.of());
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
