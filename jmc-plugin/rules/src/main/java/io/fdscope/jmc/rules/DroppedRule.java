package io.fdscope.jmc.rules;

import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.recording.RecordingContent;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** Does the program leave sockets to the garbage collector? */
public final class DroppedRule extends DescriptorRule {
    /** Sockets that are worth knowing. */
    public static final TypedPreference<IQuantity> INFO = Limit.info("dropped", Texts.DROPPED_INFO, Figures.count(10));
    /** Sockets that make a warning. */
    public static final TypedPreference<IQuantity> WARNING =
            Limit.warning("dropped", Texts.DROPPED_WARNING, Figures.count(100));

    /** For JMC. */
    public DroppedRule() {
        super(
                "DroppedWithoutClose",
                Texts.DROPPED_NAME,
                Topics.DESCRIPTORS,
                new Limit(INFO, WARNING).both(),
                Results.COUNT,
                Results.SITE,
                Results.SITES,
                Results.STACK);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Need> need = Need.tracing(content);
        if (need.isPresent()) {
            return assessment.notApplicable(need.get());
        }
        long dropped = Math.max(
                0, content.course().last().orElseThrow().verdict().tracing().droppedWithoutClose());
        assessment.withCount(Results.COUNT, dropped);
        if (dropped == 0) {
            return assessment.fine(Texts.DROPPED_NONE.of(), Paragraph.of(Texts.DROPPED_EXPLANATION.of()));
        }
        List<Culprit> culprits = Culprit.in(content, SuspectCounts::droppedWithoutClose, SuspectCause.DROPPED);
        Culprit.addTo(assessment, culprits);
        return assessment.result(
                assessment.weight(new Limit(INFO, WARNING)).of((double) dropped),
                Texts.DROPPED_SUMMARY.of(dropped),
                new Paragraph(
                        Texts.DROPPED_EXPLANATION.of() + " " + Culprit.heading(culprits), Culprit.lines(culprits)),
                Culprit.remedies(culprits));
    }
}
