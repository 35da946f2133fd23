package io.fdscope.top;

import io.fdscope.leak.Span;
import io.fdscope.terminal.Line;
import io.fdscope.terminal.Style;
import java.util.List;
import java.util.Locale;

/** How full, how fast, how soon. */
final class Gauge {
    private static final int WIDEST = 100;

    private final Figures figures;
    private final Level level;
    private final Signs signs;

    Gauge(Glance glance, Signs signs) {
        this.figures = glance.figures();
        this.level = glance.level();
        this.signs = signs;
    }

    List<Line> lines(int columns) {
        return List.of(open(columns), outlook(columns));
    }

    private Line open(int columns) {
        Line left = Line.of("open    ", Style.FAINT)
                .and(figures.words("openCount"), Style.STRONG)
                .and(" of " + figures.words("softLimit") + " ");
        double share = figures.fraction("utilization");
        if (Double.isNaN(share) || share < 0) {
            return left;
        }
        String word = level.word().isEmpty() ? "" : " " + level.word();
        Line right = Line.of(String.format(Locale.ROOT, " %5.1f %%%s", share * 100, word), level.style());
        int width = Math.min(WIDEST, columns - left.width() - right.width());
        int filled = (int) Math.round(Math.min(1, share) * width);
        return left.and(signs.full.repeat(Math.max(0, filled)), level.style())
                .and(signs.empty.repeat(Math.max(0, width - filled)), Style.FAINT)
                .and(right);
    }

    private Line outlook(int columns) {
        Line line = Line.of("free    ", Style.FAINT)
                .and(figures.words("headroom"), Style.STRONG)
                .and("   growth ", Style.FAINT)
                .and(Figures.growth(figures.fraction("growthPerMinute")), Style.STRONG)
                .and(Double.isNaN(figures.fraction("growthPerMinute")) ? "   " : " a minute   ")
                .and(full());
        Line hard = Line.of("hard limit " + figures.words("hardLimit"), Style.FAINT);
        return line.andRight(hard, columns);
    }

    private Line full() {
        double left = figures.fraction("secondsToExhaustion");
        if (level == Level.FULL || left == 0) {
            return Line.of(" FULL ", Style.ON_RED);
        }
        if (left >= 0) {
            return Line.of("full in " + new Span(left), left < 600 ? Style.RED : Style.ORANGE);
        }
        boolean known = !Double.isNaN(figures.fraction("growthPerMinute"));
        return known ? Line.of("not running full", Style.FAINT) : Line.EMPTY;
    }
}
