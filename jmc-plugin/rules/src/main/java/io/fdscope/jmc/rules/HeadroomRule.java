package io.fdscope.jmc.rules;

import io.fdscope.event.EventNames;
import io.fdscope.event.FieldNames;
import io.fdscope.recording.Filling;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** How near did the process come to its limit of open descriptors, and when will it be there? */
public final class HeadroomRule extends DescriptorRule {
    /** The share of the soft limit that is worth knowing. */
    public static final TypedPreference<IQuantity> INFO_SHARE =
            Limit.info("headroom.share", Texts.HEADROOM_INFO_SHARE, UnitLookup.PERCENT.quantity(80));
    /** The share of the soft limit that makes a warning. */
    public static final TypedPreference<IQuantity> WARNING_SHARE =
            Limit.warning("headroom.share", Texts.HEADROOM_WARNING_SHARE, UnitLookup.PERCENT.quantity(95));
    /** The time until all are used up that is worth knowing. */
    public static final TypedPreference<IQuantity> INFO_TIME =
            Limit.info("headroom.time", Texts.HEADROOM_INFO_TIME, UnitLookup.HOUR.quantity(1));
    /** The time until all are used up that makes a warning. */
    public static final TypedPreference<IQuantity> WARNING_TIME =
            Limit.warning("headroom.time", Texts.HEADROOM_WARNING_TIME, UnitLookup.MINUTE.quantity(10));

    private static final double MILLIS = 1000;
    private static final String EVENT = EventNames.FILE_DESCRIPTOR_USAGE;

    /** For JMC. */
    public HeadroomRule() {
        super(
                "Headroom",
                Texts.HEADROOM_NAME,
                Topics.DESCRIPTORS,
                List.of(INFO_SHARE, WARNING_SHARE, INFO_TIME, WARNING_TIME),
                Results.COUNT,
                Results.PEAK,
                Results.LIMIT,
                Results.SHARE,
                Results.TIME,
                Results.GROWTH,
                Results.TIME_LEFT);
    }

    @Override
    IResult judge(RecordingContent content, Assessment assessment) {
        Series usage = content.series().usage();
        Optional<Filling> peak = usage.fullest(FieldNames.OPEN_COUNT, FieldNames.SOFT_LIMIT);
        if (peak.isEmpty()) {
            return assessment.notApplicable(
                    Need.events(content, EVENT).orElse(Need.figure(EVENT, FieldNames.OPEN_COUNT)));
        }
        Filling last =
                usage.latest(FieldNames.OPEN_COUNT, FieldNames.SOFT_LIMIT).orElseThrow();
        assessment
                .withCount(Results.COUNT, last.used())
                .withCount(Results.PEAK, peak.get().used());
        return Double.isNaN(peak.get().share())
                ? assessment.fine(Texts.HEADROOM_UNLIMITED.of(peak.get().used()), Paragraph.NONE)
                : judge(content, peak.get(), last, assessment);
    }

    private static IResult judge(RecordingContent content, Filling peak, Filling last, Assessment assessment) {
        Series usage = content.series().usage();
        double secondsLeft = usage.atEnd(FieldNames.TIME_TO_EXHAUSTION) / MILLIS;
        double growth = usage.atEnd(FieldNames.GROWTH_PER_MINUTE);
        assessment
                .withCount(Results.LIMIT, peak.limit())
                .with(Results.SHARE, Figures.share(peak.share()))
                .with(Results.TIME, Figures.time(peak.epochMillis()))
                .withCount(Results.GROWTH, growth);
        double share = assessment.weight(new Limit(INFO_SHARE, WARNING_SHARE)).of(peak.share());
        double time = timeScore(secondsLeft, assessment);
        String words = Texts.HEADROOM_PEAK.of(peak.used(), peak.limit(), Figures.words(Figures.share(peak.share())));
        if (secondsLeft > 0) {
            assessment.with(Results.TIME_LEFT, Figures.span(secondsLeft));
            words += " " + Texts.HEADROOM_FORECAST.of(Figures.words(Figures.span(secondsLeft)));
        }
        return assessment.result(
                Math.max(share, time), words, Paragraph.of(explanation(peak, last, growth)), orders(content));
    }

    /** The less time there is, the more it weighs. */
    private static double timeScore(double secondsLeft, Assessment assessment) {
        Weight pace = new Weight(1 / assessment.value(INFO_TIME), 1 / assessment.value(WARNING_TIME));
        return pace.of(1 / secondsLeft);
    }

    private static String explanation(Filling peak, Filling last, double growth) {
        double limit = Double.isNaN(last.limit()) ? peak.limit() : last.limit();
        String words = Texts.HEADROOM_EXPLANATION.of(
                Figures.words(Figures.time(peak.epochMillis())), last.used(), Math.max(0, limit - last.used()));
        return Math.round(growth) <= 0 ? words : words + " " + Texts.HEADROOM_GROWTH.of(growth);
    }

    private static Paragraph orders(RecordingContent content) {
        Stream<String> orders =
                content.course().worst().stream().flatMap(worst -> worst.words().orders(worst.verdict()).stream());
        return Paragraph.ofOrders(
                Stream.concat(orders, Stream.of(Texts.HEADROOM_SOLUTION.of())).toList());
    }
}
