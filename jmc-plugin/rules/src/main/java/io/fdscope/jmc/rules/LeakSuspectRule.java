package io.fdscope.jmc.rules;

import io.fdscope.event.FieldNames;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.leak.VerdictText;
import io.fdscope.procfs.Limits;
import io.fdscope.recording.Filling;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.Severity;

/** Which line of code creates sockets that nobody closes? The verdict is that of the process itself, judged again. */
public final class LeakSuspectRule extends DescriptorRule {
    /** Sockets of a suspect that make a warning; fewer are worth knowing. */
    public static final TypedPreference<IQuantity> LEAST = Limit.preference(
            "leakSuspect.least", Texts.SUSPECT_LEAST, Texts.SUSPECT_LEAST_DESCRIPTION, Figures.count(10));

    private static final int MOST_TOLD = 5;
    private static final double RECOVERED = 50;
    private static final double UNJUDGED = 50;
    private static final double NEARLY_FULL = 0.8;

    /** For JMC. */
    public LeakSuspectRule() {
        super(
                "LeakSuspect",
                Texts.SUSPECT_NAME,
                Topics.DESCRIPTORS,
                List.of(LEAST),
                Results.COUNT,
                Results.SITE,
                Results.SITES,
                Results.STACK,
                Results.CAUSE,
                Results.ENDPOINT,
                Results.GROWTH);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Need> need = Need.tracing(content);
        if (need.isPresent()) {
            return assessment.notApplicable(need.get());
        }
        ReplayedVerdict last = content.course().last().orElseThrow();
        if (!last.verdict().standing().isEmpty()) {
            return result(last, last.words().summary(last.verdict()), score(last.verdict(), assessment), assessment);
        }
        Optional<ReplayedVerdict> leaking = content.course().leaking();
        if (leaking.isPresent()) {
            String summary = Texts.SUSPECT_RECOVERED.of(
                    leaking.get().words().summary(leaking.get().verdict()));
            return result(leaking.get(), summary, RECOVERED, assessment);
        }
        return withoutSuspect(content, last, assessment);
    }

    private static IResult withoutSuspect(RecordingContent content, ReplayedVerdict last, Assessment assessment) {
        String summary = last.words().summary(last.verdict());
        Optional<Filling> since = content.series()
                .usage()
                .latest(FieldNames.OPEN_COUNT, FieldNames.SOFT_LIMIT)
                .filter(now -> isOutOfDate(last, now));
        if (since.isPresent()) {
            content.creations()
                    .mostCreated()
                    .ifPresent(most -> assessment
                            .with(Results.SITE, most.site().name())
                            .with(Results.STACK, most.site().stackText()));
            return assessment.result(
                    UNJUDGED,
                    Texts.SUSPECT_UNJUDGED.of(
                            last.verdict().reading().openCount(), since.get().used()),
                    Paragraph.of(mostCreated(content)),
                    Paragraph.of(Texts.SUSPECT_UNJUDGED_SOLUTION.of()));
        }
        return last.verdict().level() == VerdictLevel.UNKNOWN
                ? assessment.notApplicable(Need.time(summary))
                : assessment.fine(summary, new Paragraph("", sureness(last).toList()));
    }

    /** A process may be full before the next scan. */
    private static boolean isOutOfDate(ReplayedVerdict last, Filling now) {
        return now.epochMillis() > last.epochMillis()
                && now.share() >= NEARLY_FULL
                && now.used() >= 2 * last.verdict().reading().openCount();
    }

    /** Where most sockets of the recording were created, closed or not; empty where that is not known. */
    static String mostCreated(RecordingContent content) {
        return content.creations()
                .mostCreated()
                .map(most -> Texts.SUSPECT_MOST_CREATED.of(
                        most.createdCount(), most.site().name()))
                .orElse("");
    }

    /** A warning, the heavier the more of the limit its sockets take. */
    private static double score(Verdict verdict, Assessment assessment) {
        long soft = verdict.reading().limits().soft();
        double open = verdict.standing().stream()
                .mapToDouble(suspect -> suspect.counts().open())
                .sum();
        double share = soft > 0 && soft != Limits.UNLIMITED ? Math.min(1, open / soft) : 0;
        double most = verdict.standing().stream()
                .mapToDouble(
                        suspect -> Math.max(suspect.involved(), suspect.counts().droppedWithoutClose()))
                .max()
                .orElse(0);
        return most >= assessment.value(LEAST) ? Severity.WARNING.getLimit() + 25 * share : RECOVERED;
    }

    private static IResult result(ReplayedVerdict verdict, String summary, double score, Assessment assessment) {
        List<Suspect> suspects = verdict.verdict().standing();
        Culprit.addTo(assessment, Culprit.of(verdict.verdict()));
        Suspect first = suspects.get(0);
        String endpoint = first.endpoints().keySet().stream().findFirst().orElse("");
        assessment
                .withCount(Results.COUNT, first.involved())
                .withCount(Results.GROWTH, first.growthPerMinute())
                .with(Results.CAUSE, first.cause().label())
                .with(Results.ENDPOINT, endpoint);
        Stream<String> details = suspects.stream()
                .limit(MOST_TOLD)
                .flatMap(suspect -> VerdictText.details(suspect).lines())
                .map(String::strip);
        return assessment.result(
                score,
                summary,
                new Paragraph("", Stream.concat(details, sureness(verdict)).toList()),
                Paragraph.ofOrders(verdict.words().orders(verdict.verdict())));
    }

    private static Stream<String> sureness(ReplayedVerdict verdict) {
        return Stream.concat(
                Stream.of(Texts.SUSPECT_SURENESS.of()), verdict.words().doubts(verdict.verdict()).stream());
    }
}
