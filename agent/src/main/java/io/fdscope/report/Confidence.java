package io.fdscope.report;

import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
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
        List<String> lines = new ArrayList<>();
        long sites = content.course().last().map(ReplayedVerdict::leftOut).orElse(0L);
        add(lines, sites, " creation sites with few sockets had no room in the recording");
        add(lines, content.incompleteScans(), " scans could not be judged again, for some of their events are missing");
        add(lines, content.creations().notRecorded(), " creations were not recorded: more than 1,000 a second");
        add(lines, content.connects().notRecorded(), " connects were not recorded: more than 1,000 a second");
        add(lines, content.exhaustions().notRecorded(), " failures for want of a descriptor were not recorded");
        add(lines, content.process().lostBytes(), " bytes of events were lost by the flight recorder");
        if (!content.faults().isEmpty()) {
            lines.add("fdscope itself has failed in part, see the faults");
        }
        return lines;
    }

    private static void add(List<String> lines, long count, String text) {
        if (count > 0) {
            lines.add(Words.count(count) + text);
        }
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
