package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.RemoteEnds;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** Which endpoints can't be connected to? */
public final class ConnectFailuresRule extends DescriptorRule {
    /** Failed connects to an endpoint below which their share doesn't matter. */
    public static final TypedPreference<IQuantity> LEAST = Limit.preference(
            "connectFailures.least", Texts.CONNECTS_LEAST, Texts.CONNECTS_LEAST_DESCRIPTION, Figures.count(10));
    /** The share of an endpoint's connects that is worth knowing. */
    public static final TypedPreference<IQuantity> INFO =
            Limit.info("connectFailures.share", Texts.CONNECTS_INFO, UnitLookup.PERCENT.quantity(10));
    /** The share of an endpoint's connects that makes a warning. */
    public static final TypedPreference<IQuantity> WARNING =
            Limit.warning("connectFailures.share", Texts.CONNECTS_WARNING, UnitLookup.PERCENT.quantity(50));

    private static final int MOST_TOLD = 10;
    private static final double MOST_OF_FEW = 24;

    /** For JMC. */
    public ConnectFailuresRule() {
        super(
                "ConnectFailures",
                Texts.CONNECTS_NAME,
                Topics.CONNECTS,
                List.of(LEAST, INFO, WARNING),
                Results.COUNT,
                Results.SHARE,
                Results.ENDPOINT,
                Results.FAILURE);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Need> need = Need.setting(content, EventNames.SOCKET_CONNECTED);
        if (need.isPresent()) {
            return assessment.notApplicable(need.get());
        }
        List<RemoteEnds.End> ends = content.connects().ends();
        long attempts = ends.stream().mapToLong(end -> end.attempts().total()).sum()
                + content.connects().leftOut();
        Optional<RemoteEnds.End> worst = ends.stream()
                .filter(end -> end.failed().total() > 0)
                .max(Comparator.comparingDouble(end -> score(end, assessment)));
        if (worst.isEmpty()) {
            return assessment.fine(
                    attempts == 0 ? Texts.CONNECTS_NONE.of() : Texts.CONNECTS_NO_FAILURE.of(attempts), Paragraph.NONE);
        }
        return result(worst.get(), ends, assessment);
    }

    private static double score(RemoteEnds.End end, Assessment assessment) {
        double score = assessment.weight(new Limit(INFO, WARNING)).of(share(end));
        return end.failed().total() < assessment.value(LEAST) ? Math.min(MOST_OF_FEW, score) : score;
    }

    private static double share(RemoteEnds.End end) {
        return (double) end.failed().total() / end.attempts().total();
    }

    private static IResult result(RemoteEnds.End worst, List<RemoteEnds.End> ends, Assessment assessment) {
        List<String> failures = ends.stream()
                .filter(end -> end.failed().total() > 0)
                .limit(MOST_TOLD)
                .map(ConnectFailuresRule::line)
                .toList();
        return assessment
                .withCount(Results.COUNT, worst.failed().total())
                .with(Results.SHARE, Figures.share(share(worst)))
                .with(Results.ENDPOINT, worst.address().name())
                .with(Results.FAILURE, failure(worst))
                .result(
                        score(worst, assessment),
                        Texts.CONNECTS_SUMMARY.of(
                                worst.failed().total(),
                                worst.attempts().total(),
                                worst.address().name(),
                                failure(worst)),
                        new Paragraph(Texts.CONNECTS_EXPLANATION.of(), failures),
                        Paragraph.of(Texts.CONNECTS_SOLUTION.of(worst.address().name())));
    }

    private static String line(RemoteEnds.End end) {
        return Texts.CONNECTS_LINE.of(
                end.failed().total(),
                end.attempts().total(),
                end.address().name(),
                failure(end),
                Figures.words(UnitLookup.NANOSECOND.quantity(end.longestNanos())));
    }

    /** The most frequent. */
    private static String failure(RemoteEnds.End end) {
        return end.failures().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().isEmpty() ? Texts.CONNECTS_CLOSED_EARLY.of() : most.getKey())
                .orElse("");
    }
}
