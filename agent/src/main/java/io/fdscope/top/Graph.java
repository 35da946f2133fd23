package io.fdscope.top;

import io.fdscope.sample.TimelinePoint;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The open count over time, the newest at the right; from below what is unidentified of it. */
final class Graph {
    private static final int AXIS = 9;
    private static final int EIGHTHS = 8;
    private static final long UNKNOWN = -1;
    /** Readings that come late leave no hole. */
    private static final int WIDEST_HOLE = 3;
    /** The limit is on the graph where at least this share of it has been open. */
    private static final double LIMIT_IN_SIGHT = 0.4;

    private final List<TimelinePoint> points;
    private final long limit;
    private final Signs signs;

    Graph(Glance glance, Signs signs) {
        this.points = glance.timeline().stream()
                .filter(point -> point.openCount() >= 0)
                .toList();
        this.limit = glance.figures().count("softLimit");
        this.signs = signs;
    }

    /** So many lines, of which the last is the axis. */
    List<Line> lines(int columns, int rows) {
        int width = columns - AXIS - 1;
        if (width < 1 || rows < 2) {
            return List.of();
        }
        Columns counted = new Columns(width);
        long top = top(counted);
        List<Line> lines = new ArrayList<>();
        for (int row = rows - 2; row >= 0; row--) {
            lines.add(label(row, rows - 1, top).and(row(counted, row, rows - 1, top)));
        }
        lines.add(axis(width, counted.bucketMillis));
        return lines;
    }

    private long top(Columns counted) {
        long most = Arrays.stream(counted.open).max().orElse(0);
        if (isLimitInSight(most)) {
            return Math.max(limit, most);
        }
        long step = (long) Math.pow(10, Math.floor(Math.log10((double) Math.max(10, most))));
        return Math.max(10, (most * 5 / 4 / step + 1) * step);
    }

    private boolean isLimitInSight(long most) {
        return limit > 0 && limit != Long.MAX_VALUE && most >= limit * LIMIT_IN_SIGHT;
    }

    private Line label(int row, int rows, long top) {
        String text = "";
        if (row == rows - 1) {
            text = shortened(top);
        } else if (rows > 4 && row == rows / 2 - 1) {
            text = shortened(top * (row + 1) / rows);
        }
        return Line.of(String.format(Locale.ROOT, "%" + (AXIS - 1) + "s ", text), Style.FAINT)
                .and(signs.axis, Style.FAINT);
    }

    private static String shortened(long value) {
        String words = Figures.words(value);
        return words.length() < AXIS ? words : String.format(Locale.ROOT, "%,dk", value / 1000);
    }

    private Line row(Columns counted, int row, int rows, long top) {
        boolean isLimit = row == rows - 1 && top == limit;
        Line line = Line.EMPTY;
        StringBuilder run = new StringBuilder();
        Style style = Style.PLAIN;
        for (int column = 0; column < counted.open.length; column++) {
            int filled = filled(counted.open[column], row, rows, top);
            Style next = style(counted, column, row, rows, top, filled == 0);
            if (next != style && run.length() > 0) {
                line = line.and(run.toString(), style);
                run.setLength(0);
            }
            style = next;
            run.append(filled == 0 && isLimit ? signs.limit : signs.eighth(filled));
        }
        return line.and(run.toString(), style);
    }

    /** Of this cell, in eighths; the lowest shows whatever there is. */
    private int filled(long value, int row, int rows, long top) {
        if (value <= 0) {
            return 0;
        }
        long eighths = Math.round((double) value / top * rows * EIGHTHS);
        long inCell = Math.max(row == 0 ? 1 : 0, eighths - (long) row * EIGHTHS);
        return (int) Math.min(EIGHTHS, inCell);
    }

    private Style style(Columns counted, int column, int row, int rows, long top, boolean empty) {
        if (empty) {
            return Style.FAINT;
        }
        double unidentified = (double) Math.max(0, counted.unidentified[column]) / top * rows;
        if (unidentified >= row + 0.5) {
            return Style.MAGENTA;
        }
        return limit > 0 && limit != Long.MAX_VALUE
                ? Level.of((double) counted.open[column] / limit).style()
                : Style.GREEN;
    }

    private Line axis(int width, long bucketMillis) {
        String span = Figures.duration(bucketMillis / 1000.0 * width) + " ago";
        Line legend = Line.of(span, Style.FAINT)
                .and("   ")
                .and(signs.swatch, Style.GREEN)
                .and(" open  ")
                .and(signs.swatch, Style.MAGENTA)
                .and(" of these unidentified");
        return Line.of(" ".repeat(AXIS + 1)).and(legend).andRight(Line.of("now", Style.FAINT), width + AXIS + 1);
    }

    /** The most of each column's time. */
    private final class Columns {
        private final long[] open;
        private final long[] unidentified;
        private long bucketMillis = 1000;

        Columns(int width) {
            open = new long[width];
            unidentified = new long[width];
            Arrays.fill(open, UNKNOWN);
            Arrays.fill(unidentified, UNKNOWN);
            if (!points.isEmpty()) {
                fill();
                close();
            }
        }

        private void fill() {
            long first = points.get(0).epochMillis();
            long last = points.get(points.size() - 1).epochMillis();
            long period = points.size() < 2 ? 1000 : (last - first) / (points.size() - 1);
            bucketMillis = Math.max(1, Math.max(period, (last - first) / open.length + 1));
            for (TimelinePoint point : points) {
                int column = (int) Math.max(0, open.length - 1 - (last - point.epochMillis()) / bucketMillis);
                open[column] = Math.max(open[column], point.openCount());
                unidentified[column] = Math.max(unidentified[column], point.unidentifiedCount());
            }
        }

        private void close() {
            int since = WIDEST_HOLE;
            for (int column = 1; column < open.length; column++) {
                since = open[column] == UNKNOWN ? since + 1 : 0;
                if (since > 0 && since < WIDEST_HOLE) {
                    open[column] = open[column - 1];
                    unidentified[column] = unidentified[column - 1];
                }
            }
        }
    }
}
