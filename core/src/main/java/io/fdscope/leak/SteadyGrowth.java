package io.fdscope.leak;

import java.util.List;

/**
 * Whether sockets of a site grow as only a leak does: throughout a window, next to none of them closed.
 *
 * <p>A pool stops creating when it is full; a burst comes down; short requests and keep-alive connections are closed as
 * they are opened, or a little later. So each eighth of the window must bring its share, and of the sockets opened in it
 * most must be among them, and their number must at least double. The window is four times suspectAge, or sixteen
 * times, and so on as far as the history reaches, so that slow leaks show as well.
 *
 * @param history oldest point first
 * @param figure how many there are
 * @param mostOthers the share of those opened that may have come to another end
 */
record SteadyGrowth(List<SitePoint> history, LeakThresholds thresholds, Figure figure, double mostOthers) {
    private static final int SHORTEST = 4;
    private static final int LONGER = 4;
    private static final int PARTS = 8;
    private static final int LEAST_POINTS = 5;
    /** A part brings at least this share of what it would if all brought the same. */
    private static final double LEAST_SHARE = 0.25;

    /** Live ones: nearly all must stay. */
    private static final double MOST_CLOSED = 0.1;

    /** Connections that are half over: a server under a growing load has more of them as well, but not half of all. */
    private static final double MOST_NOT_LINGERING = 0.5;

    /** Of all that are open. */
    static SteadyGrowth ofOpen(SiteEvidence site, LeakThresholds thresholds) {
        return new SteadyGrowth(site.history(), thresholds, SitePoint::open, MOST_CLOSED);
    }

    /** Of those that are half over. */
    static SteadyGrowth ofLingering(SiteEvidence site, LeakThresholds thresholds) {
        return new SteadyGrowth(site.history(), thresholds, SitePoint::lingering, MOST_NOT_LINGERING);
    }

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
        double before = at(start, figure);
        double growth = figure.of(last()) - before;
        if (points < LEAST_POINTS || growth < Math.max(thresholds.suspectCount(), before)) {
            return false;
        }
        double opened = last().created() - at(start, SitePoint::created);
        return opened - growth <= mostOthers * opened && isSteady(start, window, growth);
    }

    private boolean isSteady(long start, long window, double growth) {
        double least = LEAST_SHARE * growth / PARTS;
        double before = at(start, figure);
        for (int part = 1; part <= PARTS; part++) {
            double now = at(start + window * part / PARTS, figure);
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
        return elapsed <= 0 ? Double.NaN : (figure.of(last()) - at(start, figure)) * 60_000 / elapsed;
    }

    /** In between points a straight line: scans are not always on time. */
    private double at(long millis, Figure what) {
        SitePoint before = history.get(0);
        for (SitePoint point : history) {
            if (point.millis() >= millis) {
                long gap = point.millis() - before.millis();
                double share = gap == 0 ? 1 : (double) (millis - before.millis()) / gap;
                return what.of(before) + share * (what.of(point) - what.of(before));
            }
            before = point;
        }
        return what.of(before);
    }

    private SitePoint last() {
        return history.get(history.size() - 1);
    }

    @FunctionalInterface
    interface Figure {
        long of(SitePoint point);
    }
}
