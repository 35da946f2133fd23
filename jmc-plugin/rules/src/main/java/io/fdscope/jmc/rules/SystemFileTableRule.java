package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.recording.Filling;
import io.fdscope.recording.RecordingContent;
import java.util.Optional;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** Is the system's table of open files full, whoever opens them? */
public final class SystemFileTableRule extends DescriptorRule {
    /** The share of the table that is worth knowing. */
    public static final TypedPreference<IQuantity> INFO =
            Limit.info("systemFileTable", Texts.SYSTEM_INFO, UnitLookup.PERCENT.quantity(75));
    /** The share of the table that makes a warning. */
    public static final TypedPreference<IQuantity> WARNING =
            Limit.warning("systemFileTable", Texts.SYSTEM_WARNING, UnitLookup.PERCENT.quantity(90));

    private static final String EVENT = EventNames.SYSTEM_FILE_USAGE;

    /** For JMC. */
    public SystemFileTableRule() {
        super(
                "SystemFileTable",
                Texts.SYSTEM_NAME,
                Topics.SYSTEM,
                new Limit(INFO, WARNING).both(),
                Results.COUNT,
                Results.PEAK,
                Results.LIMIT,
                Results.SHARE,
                Results.TIME);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Filling> peak = content.series().system().fullest(FieldNames.ALLOCATED_FILES, FieldNames.MAX_FILES);
        if (peak.isEmpty()) {
            return assessment.notApplicable(
                    Need.events(content, EVENT).orElse(Need.figure(EVENT, FieldNames.ALLOCATED_FILES)));
        }
        double used = peak.get().used();
        assessment
                .withCount(Results.COUNT, content.series().system().latest(FieldNames.ALLOCATED_FILES))
                .withCount(Results.PEAK, used);
        return Double.isNaN(peak.get().share())
                ? assessment.fine(Texts.SYSTEM_UNLIMITED.of(used), Paragraph.of(Texts.SYSTEM_EXPLANATION.of()))
                : result(peak.get(), assessment);
    }

    private static IResult result(Filling peak, Assessment assessment) {
        IQuantity share = Figures.share(peak.share());
        return assessment
                .withCount(Results.LIMIT, peak.limit())
                .with(Results.SHARE, share)
                .with(Results.TIME, Figures.time(peak.epochMillis()))
                .result(
                        assessment.weight(new Limit(INFO, WARNING)).of(peak.share()),
                        Texts.SYSTEM_SUMMARY.of(peak.used(), peak.limit(), Figures.words(share)),
                        Paragraph.of(Texts.SYSTEM_EXPLANATION.of()),
                        Paragraph.of(Texts.SYSTEM_SOLUTION.of(Long.toString((long) (2 * peak.limit())))));
    }
}
