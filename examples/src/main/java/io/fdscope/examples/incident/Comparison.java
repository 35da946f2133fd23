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
            return "Nothing to compare the unidentified sockets with: lsof is " + lsof.absence() + ".";
        }
        return isClose()
                ? "fdscope and lsof agree on the unidentified sockets."
                : String.format(
                        Locale.ROOT, "fdscope and lsof do NOT agree: they differ by %,d sockets.", difference());
    }

    private long difference() {
        return Math.abs(fdscope.unidentified() - lsof.unidentified());
    }
}
