package io.fdscope.examples.incident;

import java.util.Locale;

/**
 * fdscope's figures next to lsof's.
 *
 * @param fdscope from the black box
 * @param lsof absent where it is not installed
 */
record Comparison(Observation fdscope, Observation lsof) {
    /** A socket that opens or closes between two looks is no disagreement. */
    private static final long TOLERANCE = 2;

    /** Whether they agree; where one of them is silent, there is nothing to disagree with. */
    boolean isClose() {
        return !lsof.isPresent() || difference() <= TOLERANCE;
    }

    /** In one line, for the user. */
    String sentence() {
        if (!lsof.isPresent()) {
            return "Unidentified sockets: nothing to compare with, lsof is " + lsof.absence() + ".";
        }
        String figures =
                String.format(Locale.ROOT, "fdscope %,d, lsof %,d.", fdscope.unidentified(), lsof.unidentified());
        return "Unidentified sockets: " + (isClose() ? "agreed. " : "NOT agreed. ") + figures;
    }

    private long difference() {
        return Math.abs(fdscope.unidentified() - lsof.unidentified());
    }
}
