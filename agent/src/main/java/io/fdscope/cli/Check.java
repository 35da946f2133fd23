package io.fdscope.cli;

import io.fdscope.leak.Span;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.row.Row;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.Threshold;
import io.fdscope.threshold.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Judges one reading.
 *
 * @param warn what makes a warning
 * @param critical what is critical
 * @param suspected what a leak suspect that stands is at least
 * @param mostAgeMillis how old a reading may be
 */
record Check(Thresholds warn, Thresholds critical, CheckState suspected, long mostAgeMillis) {
    /** What it says, at this time. */
    CheckResult of(Health health, long nowEpochMillis) {
        Status status = health.status();
        String doubt = doubt(status, nowEpochMillis);
        if (!doubt.isEmpty()) {
            return CheckResult.unknown(doubt);
        }
        CheckState state = state(health);
        return new CheckResult(state, text(state, health), new PerformanceData(this, health).figures());
    }

    /** Why the reading says nothing of how the process is now; empty where it does. */
    private String doubt(Status status, long nowEpochMillis) {
        if (!status.alive()) {
            return status.note() + ": " + filled(status);
        }
        if (status.count("openCount") < 0) {
            return "nothing has been read in " + status.target() + " yet";
        }
        long age = status.ageMillis(nowEpochMillis);
        if (age > mostAgeMillis) {
            return "nothing has been read in " + status.target() + " for " + Span.ofMillis(age)
                    + ", it may hang; the last: " + filled(status);
        }
        return "";
    }

    private CheckState state(Health health) {
        if (!crossed(critical, health.status()).isEmpty()) {
            return CheckState.CRITICAL;
        }
        CheckState byCount = crossed(warn, health.status()).isEmpty() ? CheckState.OK : CheckState.WARNING;
        return health.standingCount() == 0 || suspected.compareTo(byCount) < 0 ? byCount : suspected;
    }

    private static List<Threshold> crossed(Thresholds thresholds, Status status) {
        Limits limits = new Limits(status.count("softLimit"), status.count("hardLimit"));
        Reading reading =
                new Reading(0, 0, status.count("openCount"), limits, SystemFiles.UNKNOWN, SocketFigures.UNKNOWN);
        return thresholds.crossed(
                reading, new Trend(status.fraction("growthPerMinute"), status.fraction("secondsToExhaustion")));
    }

    private static String filled(Status status) {
        return new StatusText(status).filled() + " open";
    }

    private String text(CheckState state, Health health) {
        Status status = health.status();
        return filled(status) + ", growth " + new StatusText(status).growth() + reached(state, status)
                + suspects(health);
    }

    private String reached(CheckState state, Status status) {
        List<Threshold> crossed = crossed(state == CheckState.CRITICAL ? critical : warn, status);
        return crossed.isEmpty()
                ? ""
                : crossed.stream().map(Threshold::toString).collect(Collectors.joining(" and ", "; reached ", ""));
    }

    private static String suspects(Health health) {
        if (health.standingCount() == 0) {
            return "";
        }
        if (health.standing().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "; leak suspects: %,d (who they are takes a user with readwrite access)",
                    health.standingCount());
        }
        Row worst = health.standing().get(0);
        String site = worst.text("creationSite");
        String more = health.standingCount() == 1 ? "" : " (and " + (health.standingCount() - 1) + " more)";
        return String.format(
                Locale.ROOT,
                "; leak suspected: %,d sockets created %s%s",
                sockets(worst),
                site.isEmpty() ? "before tracing" : "at " + site,
                more);
    }

    /** As many as the cause is about; an agent of before it told that tells how many are open. */
    private static long sockets(Row suspect) {
        long concerned = suspect.number("concernedCount");
        return concerned < 0 ? suspect.number("openCount") : concerned;
    }
}
