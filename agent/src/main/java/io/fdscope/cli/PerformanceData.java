package io.fdscope.cli;

import io.fdscope.cli.PerformanceFigure.Range;
import io.fdscope.procfs.Limits;
import io.fdscope.threshold.Threshold;
import io.fdscope.threshold.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures of a check for a poller's graphs, each with the lowest of its thresholds. */
final class PerformanceData {
    private final Check check;
    private final Health health;
    private final Status status;

    PerformanceData(Check check, Health health) {
        this.check = check;
        this.health = health;
        status = health.status();
    }

    List<PerformanceFigure> figures() {
        return List.of(
                new PerformanceFigure("open", status.count("openCount"), open()),
                new PerformanceFigure("growth", status.fraction("growthPerMinute"), growth()),
                new PerformanceFigure("sockets", status.count("socketCount"), Range.COUNT),
                new PerformanceFigure("unidentified", status.count("unidentifiedSocketCount"), Range.COUNT),
                new PerformanceFigure("suspects", health.standingCount(), Range.COUNT));
    }

    private Range open() {
        long limit = status.count("softLimit");
        String most = limit >= 0 && limit != Limits.UNLIMITED ? Long.toString(limit) : "";
        return new Range(lowestCount(check.warn()), lowestCount(check.critical()), "0", most);
    }

    private Range growth() {
        return new Range(lowestGrowth(check.warn()), lowestGrowth(check.critical()), "", "");
    }

    private String lowestCount(Thresholds thresholds) {
        OptionalDouble lowest = thresholds.any().stream()
                .mapToDouble(this::count)
                .filter(Double::isFinite)
                .min();
        return lowest.isPresent() ? Long.toString((long) lowest.getAsDouble()) : "";
    }

    /** The count from which a threshold holds; NaN where none is that. */
    private double count(Threshold threshold) {
        long limit = status.count("softLimit");
        if (threshold instanceof Threshold.Count count) {
            return count.fds();
        }
        return threshold instanceof Threshold.OfLimit share && limit >= 0 && limit != Limits.UNLIMITED
                ? Math.ceil(share.share() * limit - 1e-6) // 0.8 times 300 is a little more than 240
                : Double.NaN;
    }

    private static String lowestGrowth(Thresholds thresholds) {
        OptionalDouble lowest = thresholds.any().stream()
                .mapToDouble(
                        threshold -> threshold instanceof Threshold.Growth growth ? growth.perMinute() : Double.NaN)
                .filter(Double::isFinite)
                .min();
        return lowest.isPresent() ? String.format(Locale.ROOT, "%.0f", lowest.getAsDouble()) : "";
    }
}
