package io.fdscope.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How complete a recording is, beyond what its verdict says itself.
 *
 * @param gaps what it should hold and does not, a sentence each
 * @param rates what it leaves out by design, because there is so much of it, a sentence each
 */
public record Completeness(List<String> gaps, List<String> rates) {
    /** Copies. */
    public Completeness {
        gaps = List.copyOf(gaps);
        rates = List.copyOf(rates);
    }

    /** Of what has been read. */
    public static Completeness in(RecordingContent content) {
        List<String> gaps = new ArrayList<>();
        long sites = content.course().last().map(ReplayedVerdict::leftOut).orElse(0L);
        add(gaps, sites, " creation sites with few sockets had no room in the recording");
        add(gaps, content.incompleteScans(), " scans could not be judged again, for some of their events are missing");
        add(gaps, content.process().lostBytes(), " bytes of events were lost by the flight recorder");
        add(
                gaps,
                content.exhaustions().unjudged(),
                " exceptions came before the recording told its language: whether they were for want of a descriptor"
                        + " is not known");
        List<String> rates = new ArrayList<>();
        add(rates, content.creations().notRecorded(), " creations were not recorded: more than 1,000 a second");
        add(rates, content.connects().notRecorded(), " connects were not recorded: more than 1,000 a second");
        add(rates, content.exhaustions().notRecorded(), " failures for want of a descriptor were not recorded");
        return new Completeness(gaps, rates);
    }

    private static void add(List<String> lines, long count, String text) {
        if (count > 0) {
            lines.add(String.format(Locale.ROOT, "%,d", count) + text);
        }
    }
}
