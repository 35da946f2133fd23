package io.fdscope.jmc.ui.recorded;

import io.fdscope.leak.VerdictLevel;
import io.fdscope.recording.ReplayedVerdict;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How it stands at the end of a recording, by the last event FileDescriptorUsage alone.
 *
 * @param epochMillis when that was, milliseconds since 1970
 * @param open descriptors open then
 * @param limit how many there may be; NaN where there is no limit, or it is not known
 * @param forecast when none is left at this pace
 */
record Present(long epochMillis, double open, double limit, Optional<Forecast> forecast) {
    private static final long SOON_MILLIS = TimeUnit.MINUTES.toMillis(10);
    /** Scans are further apart where they take long; they tell what is still so, as long as the count is about the same. */
    private static final long OLD_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private static final double ABOUT = 0.1;

    /** Empty where nothing was counted. */
    static Optional<Present> of(Usage usage) {
        int last = usage.size() - 1;
        if (last < 0 || Double.isNaN(usage.value(UsageLine.OPEN, last))) {
            return Optional.empty();
        }
        return Optional.of(new Present(
                usage.millis(last),
                usage.value(UsageLine.OPEN, last),
                usage.value(UsageLine.SOFT_LIMIT, last),
                usage.forecast().filter(Forecast::isWorthTelling)));
    }

    /** Whether a verdict is of another time: long ago, with another count. */
    boolean isBeyond(ReplayedVerdict verdict) {
        double before = verdict.verdict().reading().openCount();
        return epochMillis - verdict.epochMillis() >= OLD_MILLIS
                && Math.abs(open - before) > ABOUT * Math.max(1, before);
    }

    private boolean isFull() {
        return open >= limit;
    }

    VerdictLevel level() {
        if (isFull() || forecast.filter(each -> each.millisLeft() < SOON_MILLIS).isPresent()) {
            return VerdictLevel.EXHAUSTING;
        }
        return forecast.isPresent() ? VerdictLevel.GROWING : VerdictLevel.UNKNOWN;
    }

    /** {@code 4,096 of 4,096 descriptors are open. The process is full: it can open nothing more.} */
    String words() {
        String count = Words.count(open) + (limit > 0 ? " of " + Words.count(limit) : "") + " descriptors are open.";
        if (isFull()) {
            return count + " The process is full: it can open nothing more.";
        }
        return count
                + forecast.map(each -> " The process is full in about " + Words.span(each.millisLeft()) + ".")
                        .orElse("");
    }
}
