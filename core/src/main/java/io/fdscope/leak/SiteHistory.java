package io.fdscope.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A site's history: dense for the last minutes, the sparser the older. Bounded at {@value #MOST_POINTS} points: the one
 * that is missed least gives way. Not thread safe.
 */
public final class SiteHistory {
    public static final int MOST_POINTS = 128;

    private final List<SitePoint> points = new ArrayList<>();

    /** Of a site that is new. */
    public SiteHistory() {}

    /** @param points oldest first; more than {@value #MOST_POINTS} are thinned out */
    public SiteHistory(List<SitePoint> points) {
        points.forEach(this::add);
    }

    /** Adds what is seen now. */
    public void add(SitePoint point) {
        points.add(point);
        if (points.size() > MOST_POINTS) {
            points.remove(leastMissed());
        }
    }

    /** Oldest first; a view. */
    public List<SitePoint> points() {
        return Collections.unmodifiableList(points);
    }

    /** The one whose loss leaves the smallest gap for its age; never the first, nor one of the last four. */
    private int leastMissed() {
        long now = points.get(points.size() - 1).millis();
        int least = 1;
        double leastGap = Double.MAX_VALUE;
        for (int i = 1; i < points.size() - 4; i++) {
            double age = Math.max(1, now - points.get(i).millis());
            double gap = (points.get(i + 1).millis() - points.get(i - 1).millis()) / age;
            if (gap < leastGap) {
                leastGap = gap;
                least = i;
            }
        }
        return least;
    }
}
