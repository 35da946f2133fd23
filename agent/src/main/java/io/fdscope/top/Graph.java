package io.fdscope.top;

import io.fdscope.leak.Span;
import io.fdscope.sample.TimelinePoint;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Look;
import io.fdscope.terminal.Palette;
import io.fdscope.terminal.Piece;
import io.fdscope.terminal.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The open count over time, the newest at the right; from below what is unidentified of it. */
final class Graph {
    private static final int AXIS = 9;
    private static final long UNKNOWN = -1;
    /** Readings that come late leave no hole. */
    private static final int LATE = 3;
    /** A short history is spread out, down to this. */
    private static final long SHORTEST_MILLIS = 60_000;
    /** The limit is on the graph where at least this share of it has been open. */
    private static final double LIMIT_IN_SIGHT = 0.4;

    private final List<TimelinePoint> points;
    private final long limit;
    private final Signs signs;
    private final boolean twoColours;

    Graph(Glance glance, Look look) {
        this.points = known(glance.timeline());
        this.limit = glance.figures().count("softLimit");
        this.signs = Signs.of(look.unicode());
        this.twoColours = look.unicode() && look.palette() != Palette.NONE;
    }

    /** Where the clock has been set back, those from before it that are later than the last have no place. */
    private static List<TimelinePoint> known(List<TimelinePoint> timeline) {
        long now = timeline.isEmpty() ? 0 : timeline.get(timeline.size() - 1).epochMillis();
        return timeline.stream()
                .filter(point -> point.openCount() >= 0 && point.epochMillis() <= now)
                .toList();
    }

    /** So many lines, of which the last is the axis. */
    List<Line> lines(int columns, int rows) {
        int width = columns - AXIS - 1;
        if (width < 1 || rows < 2) {
            return List.of();
        }
        Columns counted = new Columns(width);
        Scale scale = new Scale(top(counted), rows - 1);
        List<Line> lines = new ArrayList<>();
        for (int row = rows - 2; row >= 0; row--) {
            lines.add(label(row, rows - 1, scale.top()).and(row(counted, row, scale)));
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
        return isLimited() && most >= limit * LIMIT_IN_SIGHT;
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

    private Line row(Columns counted, int row, Scale scale) {
        boolean isLimit = row == scale.rows() - 1 && scale.top() == limit;
        Line line = Line.EMPTY;
        Piece run = new Piece("", Style.PLAIN);
        for (int column = 0; column < counted.open.length; column++) {
            Piece cell = cell(counted, column, row, scale);
            if (cell.text().equals(" ") && isLimit) {
                cell = new Piece(signs.limit, Style.FAINT);
            }
            if (cell.style() != run.style()) {
                line = line.and(run.text(), run.style());
                run = cell;
            } else {
                run = new Piece(run.text() + cell.text(), run.style());
            }
        }
        return line.and(run.text(), run.style());
    }

    /** The lower part of a column is what is unidentified; where it ends within a cell, the cell has two colours. */
    private Piece cell(Columns counted, int column, int row, Scale scale) {
        int open = scale.eighths(counted.open[column], row);
        int unidentified = Math.min(open, scale.eighths(counted.unidentified[column], row));
        Level level = isLimited() ? Level.of((double) counted.open[column] / limit) : Level.FINE;
        if (open == 0) {
            return new Piece(" ", Style.FAINT);
        }
        if (unidentified * 2 >= open && (unidentified == open || !twoColours || open < Scale.EIGHTHS)) {
            return new Piece(twoColours ? signs.eighth(open) : signs.part(open), Style.MAGENTA);
        }
        return unidentified == 0 || !twoColours || open < Scale.EIGHTHS
                ? new Piece(signs.eighth(open), level.style())
                : new Piece(signs.eighth(unidentified), level.magentaOn());
    }

    private boolean isLimited() {
        return limit > 0 && limit != Long.MAX_VALUE;
    }

    /**
     * From a count to the eighths of a cell.
     *
     * @param top the count at the upper edge
     * @param rows how many cells
     */
    private record Scale(long top, int rows) {
        static final int EIGHTHS = 8;

        /** Of this cell; the lowest shows whatever there is. */
        int eighths(long value, int row) {
            if (value <= 0) {
                return 0;
            }
            long all = Math.round((double) value / top * rows * EIGHTHS);
            return (int) Math.max(0, Math.min(EIGHTHS, Math.max(row == 0 ? 1 : 0, all - (long) row * EIGHTHS)));
        }
    }

    private Line axis(int width, long bucketMillis) {
        String span = Span.ofMillis(bucketMillis * width) + " ago";
        Line legend = Line.of(span, Style.FAINT)
                .and("   ")
                .and(twoColours ? signs.swatch : signs.full, Style.GREEN)
                .and(" open  ")
                .and(twoColours ? signs.swatch : signs.shade, Style.MAGENTA)
                .and(" of these unidentified");
        return Line.of(" ".repeat(AXIS + 1)).and(legend).andRight(Line.of("now", Style.FAINT), width + AXIS + 1);
    }

    /** The most of each column's time. */
    private final class Columns {
        private final long[] open;
        private final long[] unidentified;
        private long bucketMillis = 1000;
        private int widestHole = LATE;

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
            bucketMillis = Math.max(1, Math.max(SHORTEST_MILLIS, last - first) / open.length + 1);
            widestHole = (int) Math.min(open.length, LATE * Math.max(1, period / bucketMillis));
            for (TimelinePoint point : points) {
                int column = (int) Math.max(0, open.length - 1 - (last - point.epochMillis()) / bucketMillis);
                open[column] = Math.max(open[column], point.openCount());
                unidentified[column] = Math.max(unidentified[column], point.unidentifiedCount());
            }
        }

        private void close() {
            int since = widestHole;
            for (int column = 1; column < open.length; column++) {
                since = open[column] == UNKNOWN ? since + 1 : 0;
                if (since > 0 && since < widestHole && open[column - 1] != UNKNOWN) {
                    open[column] = open[column - 1];
                    unidentified[column] = unidentified[column - 1];
                }
            }
        }
    }
}
