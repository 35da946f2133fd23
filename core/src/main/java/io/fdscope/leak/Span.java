package io.fdscope.leak;

/**
 * A time for people, to two places or so: {@code 12 s}, {@code 34 min}, {@code 5 h}, {@code 3 days}.
 *
 * @param seconds 0 or more; a clock may have been set back, and less is told as 0
 */
public record Span(double seconds) {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    /** From two of a unit on it is told in that unit. */
    private static final int FROM = 2;

    /** Takes what is below 0 for 0. */
    public Span {
        seconds = Math.max(0, seconds);
    }

    /** Of milliseconds. */
    public static Span ofMillis(long millis) {
        return new Span(millis / 1000.0);
    }

    @Override
    public String toString() {
        if (seconds < FROM * MINUTE) {
            return Math.round(seconds) + " s";
        }
        if (seconds < FROM * HOUR) {
            return Math.round(seconds / MINUTE) + " min";
        }
        return seconds < FROM * DAY ? Math.round(seconds / HOUR) + " h" : Math.round(seconds / DAY) + " days";
    }
}
