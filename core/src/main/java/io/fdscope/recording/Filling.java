package io.fdscope.recording;

/**
 * How much of something was in use at one moment.
 *
 * @param epochMillis when, milliseconds since 1970
 * @param used how much
 * @param limit of how much; NaN where that is not known, or there is no limit
 */
public record Filling(long epochMillis, double used, double limit) {
    /** 0 to 1, more where the limit was lowered; NaN without a limit. */
    public double share() {
        return limit > 0 ? used / limit : Double.NaN;
    }

    /** Whether this one is nearer to its limit; by use alone, where neither has one. */
    boolean isFuller(Filling other) {
        boolean limited = !Double.isNaN(share());
        boolean otherLimited = !Double.isNaN(other.share());
        return limited == otherLimited ? order() > other.order() : limited;
    }

    private double order() {
        return Double.isNaN(share()) ? used : share();
    }
}
