package io.fdscope.cli;

import java.util.Locale;

/**
 * A number for a poller's graphs.
 *
 * @param name what it is called
 * @param value what it is; negative or NaN is unknown, except for one that may fall
 * @param range from where on it is a warning, critical, and what it can be
 */
record PerformanceFigure(String name, double value, Range range) {
    /**
     * What lies around a number.
     *
     * @param warn from where on it is a warning; empty where nothing is
     * @param critical from where on it is critical; empty where nothing is
     * @param least 0, or empty where it may be less
     * @param most the most it can be; empty where nothing limits it
     */
    record Range(String warn, String critical, String least, String most) {
        /** Of a count that nothing is said about. */
        static final Range COUNT = new Range("", "", "0", "");
    }

    /** {@code open=62;13108;15565;0;16384}; {@code U} for what is unknown; nothing behind the last that is there. */
    @Override
    public String toString() {
        String text =
                String.join(";", name + "=" + number(), range.warn(), range.critical(), range.least(), range.most());
        return text.replaceAll(";+$", "");
    }

    private boolean isKnown() {
        return !Double.isNaN(value) && (value >= 0 || range.least().isEmpty());
    }

    private String number() {
        if (!isKnown()) {
            return "U";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
