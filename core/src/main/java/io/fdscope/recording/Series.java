package io.fdscope.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Figures over time, thinned out evenly so that their extremes stay: of each part of the time, all of one width, the points
 * remain where the leading figure is highest and lowest. The first point and the last one stay, and of each figure how high
 * it was. Bounded at twice {@value #MOST_POINTS} points.
 */
public final class Series {
    /** As many points as it gives at most. */
    public static final int MOST_POINTS = 2000;

    /** Two points of each, beside the first and the last. */
    private static final int MOST_PARTS = MOST_POINTS / 2 - 1;

    private static final Comparator<double[]> BY_TIME = Comparator.comparingDouble(row -> row[0]);

    private final List<String> names;
    private final int leading;
    private final List<double[]> rows = new ArrayList<>();
    private final double[] highest;
    private long width = 1; // of a part, milliseconds
    private boolean isThin;

    /**
     * @param names of the figures
     * @param leading index of the one whose extremes are kept
     */
    Series(List<String> names, int leading) {
        this.names = List.copyOf(names);
        this.leading = leading;
        highest = new double[names.size()];
        Arrays.fill(highest, Double.NaN);
    }

    /** Takes the figures of one moment; one that is not known is NaN. */
    void add(long epochMillis, double... figures) {
        double[] row = new double[names.size() + 1];
        row[0] = epochMillis;
        System.arraycopy(figures, 0, row, 1, figures.length);
        rows.add(row);
        for (int i = 0; i < highest.length; i++) {
            highest[i] = Double.isNaN(highest[i]) || row[i + 1] > highest[i] ? row[i + 1] : highest[i];
        }
        if (rows.size() > 2 * MOST_POINTS) {
            thinOut();
        }
    }

    /** Widths are those before times a power of two, so that a part is made of whole parts of those before. */
    private void thinOut() {
        rows.sort(BY_TIME);
        int last = rows.size() - 1;
        while (part(rows.get(last)) - part(rows.get(0)) >= MOST_PARTS) {
            width *= 2;
        }
        List<double[]> kept = new ArrayList<>();
        kept.add(rows.get(0));
        for (int from = 1, to; from < last; from = to) {
            to = endOfPart(from, last);
            keepTwo(rows.subList(from, to), kept);
        }
        kept.add(rows.get(last));
        rows.clear();
        rows.addAll(kept);
        isThin = true;
    }

    private long part(double[] row) {
        return Math.floorDiv((long) row[0], width);
    }

    private int endOfPart(int from, int last) {
        int to = from + 1;
        while (to < last && part(rows.get(to)) == part(rows.get(from))) {
            to++;
        }
        return to;
    }

    private void keepTwo(List<double[]> some, List<double[]> kept) {
        int least = 0;
        int most = 0;
        for (int i = 1; i < some.size(); i++) {
            double value = some.get(i)[leading + 1];
            least = value < leading(some, least, Double.POSITIVE_INFINITY) ? i : least;
            most = value > leading(some, most, Double.NEGATIVE_INFINITY) ? i : most;
        }
        kept.add(some.get(Math.min(least, most)));
        if (least != most) {
            kept.add(some.get(Math.max(least, most)));
        }
    }

    private double leading(List<double[]> some, int index, double unknown) {
        double value = some.get(index)[leading + 1];
        return Double.isNaN(value) ? unknown : value;
    }

    /** Names of the figures. */
    public List<String> names() {
        return names;
    }

    /** The points by time, at most {@value #MOST_POINTS}: milliseconds since 1970, then the figures, NaN where unknown. */
    public List<double[]> points() {
        if (isThin || rows.size() > MOST_POINTS) {
            thinOut();
        }
        rows.sort(BY_TIME);
        return List.copyOf(rows);
    }

    /** The highest of one figure, or NaN where it is not known at any time. */
    public double highest(String name) {
        return highest[names.indexOf(name)];
    }

    /** The last that is known of one figure, or NaN where it is not known at any time. */
    public double latest(String name) {
        int column = names.indexOf(name) + 1;
        double latest = Double.NaN;
        for (double[] row : points()) {
            latest = Double.isNaN(row[column]) ? latest : row[column];
        }
        return latest;
    }

    /** One figure as of the last point, NaN where it is not known then. */
    public double atEnd(String name) {
        List<double[]> points = points();
        return points.isEmpty() ? Double.NaN : points.get(points.size() - 1)[names.indexOf(name) + 1];
    }

    /** When most of a limit was used, the first time; empty where the use is not known at any time. */
    public Optional<Filling> fullest(String used, String limit) {
        return fillings(used, limit).reduce((fullest, next) -> next.isFuller(fullest) ? next : fullest);
    }

    /** The last that is known of how much of a limit is used. */
    public Optional<Filling> latest(String used, String limit) {
        return fillings(used, limit).reduce((before, next) -> next);
    }

    private Stream<Filling> fillings(String used, String limit) {
        int use = names.indexOf(used) + 1;
        int most = names.indexOf(limit) + 1;
        return points().stream()
                .filter(row -> !Double.isNaN(row[use]))
                .map(row -> new Filling((long) row[0], row[use], row[most]));
    }
}
