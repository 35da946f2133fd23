package io.fdscope.jmc.rules;

import io.fdscope.event.FieldNames;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.recording.RecordedSeries;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.Series;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** How many sockets are in a state that no socket should stay in, and where these were created. */
abstract class CountRule extends DescriptorRule {
    private final Words words;
    private final Counted counted;
    private final Limit limit;

    /**
     * @param name of the rule
     * @param none says that there were none, or how few
     * @param summary says how many there are
     * @param explanation says what that is
     */
    record Words(Texts name, Texts none, Texts summary, Texts explanation) {}

    /**
     * What is counted.
     *
     * @param event the events that count them
     * @param series the same, read
     * @param field which of its figures it is
     * @param ofSite the same of one site
     * @param cause what is wrong with them
     */
    record Counted(
            String event,
            Function<RecordedSeries, Series> series,
            String field,
            ToLongFunction<SuspectCounts> ofSite,
            SuspectCause cause) {}

    CountRule(String id, Words words, String topic, Counted counted, Limit limit) {
        super(
                id,
                words.name(),
                topic,
                limit.both(),
                Results.COUNT,
                Results.PEAK,
                Results.SHARE,
                Results.SITE,
                Results.SITES,
                Results.STACK);
        this.words = words;
        this.counted = counted;
        this.limit = limit;
    }

    private Series series(RecordingContent content) {
        return counted.series().apply(content.series());
    }

    @Override
    final IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Need> need = Need.events(content, counted.event());
        if (need.isPresent()) {
            return assessment.notApplicable(need.get());
        }
        double atEnd = series(content).latest(counted.field());
        double highest = series(content).highest(counted.field());
        if (Double.isNaN(atEnd)) {
            return assessment.notApplicable(Need.figure(counted.event(), counted.field()));
        }
        assessment.withCount(Results.COUNT, atEnd).withCount(Results.PEAK, highest);
        double score = assessment.weight(limit).of(atEnd, highest);
        return highest <= 0
                ? assessment.fine(
                        words.none().of(0), Paragraph.of(words.explanation().of()))
                : result(content, assessment, score);
    }

    private IResult result(RecordingContent content, Assessment assessment, double score) {
        List<Culprit> culprits = Culprit.in(content, counted.ofSite(), counted.cause());
        Culprit.addTo(assessment, culprits);
        double atEnd = series(content).latest(counted.field());
        double open = content.series().usage().latest(FieldNames.OPEN_COUNT);
        if (open > 0) {
            assessment.with(Results.SHARE, Figures.share(atEnd / open));
        }
        return assessment.result(
                score,
                words.summary().of(atEnd, series(content).highest(counted.field())),
                new Paragraph(words.explanation().of() + " " + Culprit.heading(culprits), lines(culprits)),
                Culprit.remedies(culprits));
    }

    /** What there is to tell of them. */
    List<String> lines(List<Culprit> culprits) {
        return Culprit.lines(culprits);
    }
}
