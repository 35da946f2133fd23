package io.fdscope.top;

import io.fdscope.terminal.Style;

/** How full it is, at the thresholds that the agent has unless it is told otherwise. */
enum Level {
    FINE("", Style.GREEN),
    WARN("WARN", Style.ORANGE),
    CRITICAL("CRITICAL", Style.RED),
    FULL("FULL", Style.RED);

    private static final double WARN_FROM = 0.8;
    private static final double CRITICAL_FROM = 0.95;

    private final String word;
    private final Style style;

    Level(String word, Style style) {
        this.word = word;
        this.style = style;
    }

    /** @param utilization open over limit; what is unknown is fine */
    static Level of(double utilization) {
        if (utilization >= 1) {
            return FULL;
        }
        if (utilization >= CRITICAL_FROM) {
            return CRITICAL;
        }
        return utilization >= WARN_FROM ? WARN : FINE;
    }

    String word() {
        return word;
    }

    /** What is unidentified, before this level. */
    Style magentaOn() {
        return switch (this) {
            case FINE -> Style.MAGENTA_ON_GREEN;
            case WARN -> Style.MAGENTA_ON_ORANGE;
            case CRITICAL, FULL -> Style.MAGENTA_ON_RED;
        };
    }

    Style style() {
        return style;
    }
}
