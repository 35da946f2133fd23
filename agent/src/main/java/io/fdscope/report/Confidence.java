package io.fdscope.report;

import io.fdscope.recording.Completeness;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.SocketCreations;
import java.util.ArrayList;
import java.util.List;

/** How sure the report is, a sentence each. */
final class Confidence {
    private Confidence() {}

    static List<String> in(RecordingContent content) {
        List<String> lines = new ArrayList<>();
        content.course().last().map(each -> each.words().doubts(each.verdict())).ifPresent(lines::addAll);
        lines.addAll(beyondVerdict(content));
        return lines;
    }

    /** Without what the verdict says itself. */
    static List<String> beyondVerdict(RecordingContent content) {
        Completeness recorded = Completeness.in(content);
        List<String> lines = new ArrayList<>(recorded.gaps());
        lines.addAll(recorded.rates());
        if (!content.faults().isEmpty()) {
            lines.add("fdscope itself has failed in part, see the faults");
        }
        return lines;
    }

    /** How complete it is what is known of creations. */
    static String ofCreations(SocketCreations creations) {
        String events = creations.events() == 0
                ? "No creation was recorded by itself. "
                : Words.count(creations.events()) + " creations were recorded, and "
                        + Words.count(creations.notRecorded())
                        + " were not, for more than 1,000 a second get no event. ";
        return events + "What is still open is known for each site from scan to scan; where fewer were open than"
                + " before, the latest are taken to be closed.";
    }
}
