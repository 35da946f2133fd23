package io.fdscope.jmc.ui.chart;

import io.fdscope.jmc.ui.recorded.Forecast;
import io.fdscope.jmc.ui.recorded.Usage;
import io.fdscope.jmc.ui.recorded.UsageLine;
import io.fdscope.jmc.ui.scale.Box;
import io.fdscope.jmc.ui.scale.CountScale;
import io.fdscope.jmc.ui.scale.TimeScale;
import java.util.Optional;

/**
 * How the chart of one recording is scaled. Immutable.
 *
 * @param fromMillis where the recording begins, milliseconds since 1970
 * @param toMillis where it ends
 * @param endMillis where the chart ends: later, where there is a forecast
 * @param mostCount the highest count to be seen; a limit above it is not
 */
public record ChartScales(long fromMillis, long toMillis, long endMillis, double mostCount) {
    /** With a limit further away than so many times the highest count in it, nothing could be told from the chart. */
    private static final int FAR = 6;

    private static final double ROOM_ABOVE_LIMIT = 1.08;
    private static final double ROOM_ABOVE_COUNT = 1.25;
    private static final double ROOM_AFTER_FORECAST = 1.1;
    /** Beyond its end, of the recording's length. */
    private static final double MOST_FORECAST = 0.7;

    /** Of a recording that begins and ends at such moments, milliseconds since 1970. */
    public static ChartScales of(Usage usage, long fromMillis, long toMillis) {
        long to = Math.max(toMillis, fromMillis + 1);
        double open = Math.max(1, zeroIfUnknown(usage.highest(UsageLine.OPEN)));
        return new ChartScales(
                fromMillis,
                to,
                forecast(usage).map(each -> end(each, fromMillis, to)).orElse(to),
                most(open, usage.highest(UsageLine.SOFT_LIMIT, FAR * open)));
    }

    /** The limit may have been changed: that which is near is seen, whatever it was at other times. */
    private static double most(double open, double nearLimit) {
        return Double.isNaN(nearLimit) ? open * ROOM_ABOVE_COUNT : Math.max(open, nearLimit) * ROOM_ABOVE_LIMIT;
    }

    /** Whether a count is low enough to be seen; one that is not known is not. */
    public boolean shows(double count) {
        return count <= mostCount;
    }

    private static double zeroIfUnknown(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static long end(Forecast forecast, long from, long to) {
        double length = to - from;
        double wanted = (forecast.fullMillis() - to) * ROOM_AFTER_FORECAST;
        return to + (long) Math.max(0, Math.min(wanted, length * MOST_FORECAST));
    }

    /** The forecast, where it is worth drawing. */
    public static Optional<Forecast> forecast(Usage usage) {
        return usage.forecast().filter(Forecast::isWorthTelling);
    }

    /** Of the time, within a box. */
    public TimeScale time(Box plot) {
        return new TimeScale(fromMillis, endMillis, plot.left(), plot.right());
    }

    /** Of the counts, within a box. */
    public CountScale count(Box plot) {
        return new CountScale(mostCount, plot.bottom(), plot.top());
    }
}
