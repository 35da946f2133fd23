package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.leak.Verdict;
import io.fdscope.leak.VerdictText;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.recording.Exhaustions.Victim;
import io.fdscope.recording.RecordingContent;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** Who found no descriptor left? From the JDK's own exceptions where fdscope was not there. */
public final class ExhaustedRule extends DescriptorRule {
    private static final String THROWN = "jdk.JavaExceptionThrow";
    private static final double MOST = 100;
    private static final int MOST_TOLD = 10;

    /** For JMC. */
    public ExhaustedRule() {
        super(
                "DescriptorsExhausted",
                Texts.VICTIMS_NAME,
                Topics.DESCRIPTORS,
                List.of(),
                Results.COUNT,
                Results.TIME,
                Results.SITE,
                Results.SITES,
                Results.STACK,
                Results.FAILURE);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        List<Victim> victims = content.exhaustions().victims();
        Optional<Need> need = Need.setting(content, EventNames.DESCRIPTORS_EXHAUSTED);
        if (victims.isEmpty() && need.isPresent() && !content.isRecorded(THROWN)) {
            return assessment.notApplicable(need.get());
        }
        long count = victims.stream().mapToLong(Victim::count).sum()
                + content.exhaustions().notRecorded();
        assessment.withCount(Results.COUNT, count);
        return victims.isEmpty()
                ? assessment.fine(Texts.VICTIMS_NONE.of(), Paragraph.NONE)
                : result(content, victims, count, assessment);
    }

    private static IResult result(RecordingContent content, List<Victim> victims, long count, Assessment assessment) {
        Victim most = victims.get(0);
        long first = victims.stream().mapToLong(Victim::firstMillis).min().orElse(0);
        assessment
                .with(Results.TIME, Figures.time(first))
                .with(Results.SITE, site(most).name())
                .with(
                        Results.SITES,
                        victims.stream()
                                .map(each -> site(each).name())
                                .distinct()
                                .toList())
                .with(Results.STACK, site(most).stackText())
                .with(Results.FAILURE, most.failure());
        List<String> lines =
                victims.stream().limit(MOST_TOLD).map(ExhaustedRule::line).toList();
        return assessment.result(
                MOST,
                Texts.VICTIMS_SUMMARY.of(count, Figures.words(Figures.time(first)), victims.size()),
                new Paragraph(Texts.VICTIMS_EXPLANATION.of(), lines),
                Paragraph.of(solution(content)));
    }

    private static CreationSite site(Victim victim) {
        return CreationSite.of(OpenedBy.SOCKET, victim.frames().toArray(StackTraceElement[]::new));
    }

    private static String line(Victim victim) {
        String name = site(victim).name();
        return Texts.VICTIMS_LINE.of(
                victim.count(), victim.failure(), name.isEmpty() ? Texts.VICTIMS_UNKNOWN_PLACE.of() : name);
    }

    /** Who holds most; what is dropped has been closed since. */
    private static Optional<String> culprit(Verdict verdict) {
        return verdict.standing().stream()
                .filter(suspect -> suspect.counts().open() > 0)
                .findFirst()
                .map(first -> Texts.VICTIMS_SUSPECT.of(
                        first.counts().open(), VerdictText.name(first), VerdictText.remedy(first, verdict.tracing())));
    }

    /** Those who fail are not those who leak. */
    private static String solution(RecordingContent content) {
        return content.course()
                .leaking()
                .flatMap(leaking -> culprit(leaking.verdict()))
                .orElseGet(() -> String.join(" ", LeakSuspectRule.mostCreated(content), Texts.VICTIMS_SOLUTION.of())
                        .strip());
    }
}
