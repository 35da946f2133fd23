package io.fdscope.jmc.ui.recorded;

import io.fdscope.event.FieldNames;
import io.fdscope.recording.Series;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many descriptors were open over time, as far as was recorded. Immutable. */
public final class Usage {
    /** Of a recording without such events. */
    public static final Usage NONE = new Usage(List.of(), List.of());

    /** Points further apart than so many usual distances have a gap between them: nobody looked. */
    private static final int USUAL_DISTANCES = 8;

    private static final long LEAST_GAP_MILLIS = 10_000;

    private final long[] millis;
    private final Map<UsageLine, double[]> lines = new EnumMap<>(UsageLine.class);
    private final double[] millisLeft;
    private final long gapMillis;

    private Usage(List<String> names, List<double[]> points) {
        millis = points.stream().mapToLong(point -> (long) point[0]).toArray();
        for (UsageLine line : UsageLine.values()) {
            lines.put(line, column(names, line.field(), points));
        }
        millisLeft = column(names, FieldNames.TIME_TO_EXHAUSTION, points);
        gapMillis = gap(millis);
    }

    /** Of events FileDescriptorUsage. */
    public static Usage of(Series usage) {
        return new Usage(usage.names(), usage.points());
    }

    private static double[] column(List<String> names, String name, List<double[]> points) {
        int column = names.indexOf(name) + 1;
        return points.stream().mapToDouble(point -> point[column]).toArray();
    }

    private static long gap(long[] millis) {
        long[] distances = new long[Math.max(0, millis.length - 1)];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = millis[i + 1] - millis[i];
        }
        Arrays.sort(distances);
        long usual = distances.length == 0 ? 0 : distances[distances.length * 3 / 4]; // highest and lowest may be close
        return Math.max(LEAST_GAP_MILLIS, USUAL_DISTANCES * usual);
    }

    /** How many points there are. */
    public int size() {
        return millis.length;
    }

    /** When a point was, milliseconds since 1970. */
    public long millis(int point) {
        return millis[point];
    }

    /** When the first point was; 0 where there is none. */
    public long firstMillis() {
        return millis.length == 0 ? 0 : millis[0];
    }

    /** When the last point was; 0 where there is none. */
    public long lastMillis() {
        return millis.length == 0 ? 0 : millis[millis.length - 1];
    }

    /** A figure at a point; NaN where it is not known, or there is no limit. */
    public double value(UsageLine line, int point) {
        return lines.get(line)[point];
    }

    /** How many more could be opened at a point; NaN where that is not known. */
    public double headroom(int point) {
        return Math.max(0, value(UsageLine.SOFT_LIMIT, point) - value(UsageLine.OPEN, point));
    }

    /** Whether nobody looked between a point and the one before. */
    public boolean isAfterGap(int point) {
        return point > 0 && millis[point] - millis[point - 1] > gapMillis;
    }

    /** The point next to a moment; −1 where there is none. */
    public int nearest(long epochMillis) {
        int found = Arrays.binarySearch(millis, epochMillis);
        if (found >= 0 || millis.length == 0) {
            return Math.max(-1, found);
        }
        int after = -found - 1;
        if (after == millis.length) {
            return after - 1;
        }
        return after > 0 && epochMillis - millis[after - 1] <= millis[after] - epochMillis ? after - 1 : after;
    }

    /** The highest of a line; NaN where it is not known at any time. */
    public double highest(UsageLine line) {
        return highest(line, Double.POSITIVE_INFINITY);
    }

    /** The highest of a line that is no more than a bound; NaN where there is none. */
    public double highest(UsageLine line, double bound) {
        return Arrays.stream(lines.get(line))
                .filter(value -> value <= bound)
                .max()
                .orElse(Double.NaN);
    }

    /** The point from which on a line is what it is at the last one; −1 where there is none. */
    public int steadyFrom(UsageLine line) {
        double[] values = lines.get(line);
        int point = values.length - 1;
        while (point > 0 && values[point - 1] == values[values.length - 1]) {
            point--;
        }
        return point;
    }

    /** Whether anything of a line is above 0. */
    public boolean has(UsageLine line) {
        return highest(line) > 0;
    }

    /** When it will be full by its pace at the end; empty where it does not grow then, or is full. */
    public Optional<Forecast> forecast() {
        int last = size() - 1;
        if (last < 0 || !(millisLeft[last] > 0) || !(headroom(last) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Forecast(
                millis[last],
                value(UsageLine.OPEN, last),
                millis[last] + (long) Math.min(millisLeft[last], (double) Forecast.MOST_MILLIS),
                value(UsageLine.SOFT_LIMIT, last)));
    }
}
