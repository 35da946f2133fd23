package io.fdscope.jmc.rules;

import org.openjdk.jmc.flightrecorder.rules.Severity;

/**
 * What a figure weighs on JMC's scale: below 25 it is fine, from 75 on a warning.
 *
 * @param info from where on it is worth knowing
 * @param warning from where on it is a warning
 */
record Weight(double info, double warning) {
    private static final double MOST = 100;
    private static final double OF_INFO = Severity.INFO.getLimit();
    private static final double OF_WARNING = Severity.WARNING.getLimit();

    /** What is over is no warning. */
    static final double MOST_OF_PAST = OF_WARNING - 1;

    /** 0 for nothing, unknown or negative. */
    double of(double figure) {
        if (!(figure > 0)) {
            return 0;
        }
        if (figure >= warning) {
            return OF_WARNING + (MOST - OF_WARNING) * (1 - Math.max(0, warning) / figure);
        }
        if (figure >= info) {
            return OF_INFO + (OF_WARNING - OF_INFO) * (figure - info) / (warning - info);
        }
        return OF_INFO * figure / info;
    }

    /** Of a figure that has been higher than it is at the end. */
    double of(double atEnd, double highest) {
        return Math.max(of(atEnd), Math.min(MOST_OF_PAST, of(highest)));
    }
}
