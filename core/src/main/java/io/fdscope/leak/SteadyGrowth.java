package io.fdscope.leak;

import java.util.List;

/**
 * Whether live sockets of a site grow as only a leak does: throughout a window, next to none of them closed.
 *
 * <p>A pool stops creating when it is full; a burst comes down; short requests and keep-alive connections are closed as
 * they are opened, or a little later. So each eighth of the window must bring its share, and at most one of ten sockets
 * opened in it may be closed, and their number must at least double. The window is four times suspectAge, or sixteen
 * times, and so on as far as the history reaches, so that slow leaks show as well.
 */
record SteadyGrowth(List<SitePoint> history, LeakThresholds thresholds) {
    private static final int SHORTEST = 4;
    private static final int LONGER = 4;
    private static final int PARTS = 8;
    private static final int LEAST_POINTS = 5;
    /** A part brings at least this share of what it would if all brought the same. */
    private static final double LEAST_SHARE = 0.25;

    private static final double MOST_CLOSED = 0.1;

    boolean holds() {
        if (history.isEmpty()) {
            return false;
        }
        long reach = last().millis() - history.get(0).millis();
        for (long window = SHORTEST * thresholds.ageMillis(); window <= reach; window *= LONGER) {
            if (holds(window)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(long window) {
        long start = last().millis() - window;
        long points = history.stream().filter(point -> point.millis() >= start).count();
        double before = at(start, SitePoint::open);
        double growth = last().open() - before;
        if (points < LEAST_POINTS || growth < Math.max(thresholds.suspectCount(), before)) {
            return false;
        }
        double opened = last().created() - at(start, SitePoint::created);
        return opened - growth <= MOST_CLOSED * opened && isSteady(start, window, growth);
    }

    private boolean isSteady(long start, long window, double growth) {
        double least = LEAST_SHARE * growth / PARTS;
        double before = at(start, SitePoint::open);
        for (int part = 1; part <= PARTS; part++) {
            double now = at(start + window * part / PARTS, SitePoint::open);
            if (now - before < least) {
                return false;
            }
            before = now;
        }
        return true;
    }

    /** Sockets a minute over the shortest window, or over what there is; NaN where nothing is known. */
    double perMinute() {
        if (history.size() < 2) {
            return Double.NaN;
        }
        long start = Math.max(history.get(0).millis(), last().millis() - SHORTEST * thresholds.ageMillis());
        long elapsed = last().millis() - start;
        return elapsed <= 0 ? Double.NaN : (last().open() - at(start, SitePoint::open)) * 60_000 / elapsed;
    }

    /** In between points a straight line: scans are not always on time. */
    private double at(long millis, Figure figure) {
        SitePoint before = history.get(0);
        for (SitePoint point : history) {
            if (point.millis() >= millis) {
                long gap = point.millis() - before.millis();
                double share = gap == 0 ? 1 : (double) (millis - before.millis()) / gap;
                return figure.of(before) + share * (figure.of(point) - figure.of(before));
            }
            before = point;
        }
        return figure.of(before);
    }

    private SitePoint last() {
        return history.get(history.size() - 1);
    }

    @FunctionalInterface
    private interface Figure {
        long of(SitePoint point);
    }
}
