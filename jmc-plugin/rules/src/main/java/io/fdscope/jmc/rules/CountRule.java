package io.fdscope.jmc.rules;

import io.fdscope.event.FieldNames;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.Series;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmc.flightrecorder.rules.IResult;

/** How many sockets are in a state that no socket should stay in, and where these were created. */
abstract class CountRule extends DescriptorRule {
    private final Words words;
    private final Limit limit;

    /**
     * @param name of the rule
     * @param none says that there were none, or how few
     * @param summary says how many there are
     * @param explanation says what that is
     */
    record Words(Texts name, Texts none, Texts summary, Texts explanation) {}

    CountRule(String id, Words words, String topic, Limit limit) {
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
        this.limit = limit;
    }

    /** The events that count them. */
    abstract String event();

    /** The same, read. */
    abstract Series series(RecordingContent content);

    /** Which of its figures it is. */
    abstract String field();

    /** The same of one site. */
    abstract long count(SuspectCounts counts);

    /** What is wrong with them. */
    abstract SuspectCause cause();

    @Override
    final IResult judge(RecordingContent content, Assessment assessment) {
        Optional<Missing> missing = Missing.events(content, event());
        if (missing.isPresent()) {
            return assessment.notApplicable(missing.get());
        }
        double atEnd = series(content).latest(field());
        double highest = series(content).highest(field());
        if (Double.isNaN(atEnd)) {
            return assessment.notApplicable(Missing.figure(event(), field()));
        }
        assessment.withCount(Results.COUNT, atEnd).withCount(Results.PEAK, highest);
        double score = assessment.weight(limit).of(atEnd, highest);
        return highest <= 0
                ? assessment.fine(
                        words.none().of(0), Paragraph.of(words.explanation().of()))
                : result(content, assessment, score);
    }

    private IResult result(RecordingContent content, Assessment assessment, double score) {
        List<Culprit> culprits = Culprit.in(content, this::count, cause());
        Culprit.addTo(assessment, culprits);
        double atEnd = series(content).latest(field());
        double open = content.series().usage().latest(FieldNames.OPEN_COUNT);
        if (open > 0) {
            assessment.with(Results.SHARE, Figures.share(atEnd / open));
        }
        return assessment.result(
                score,
                words.summary().of(atEnd, series(content).highest(field())),
                new Paragraph(words.explanation().of() + " " + Culprit.heading(culprits), lines(culprits)),
                Culprit.remedies(culprits));
    }

    /** What there is to tell of them. */
    List<String> lines(List<Culprit> culprits) {
        return Culprit.lines(culprits);
    }
}
