package io.fdscope.jmc.ui.recorded;

import io.fdscope.leak.VerdictLevel;
import io.fdscope.recording.Exhaustions;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong, in a sentence or two.
 *
 * @param level where the process was going at the end of the recording
 * @param summary what is wrong then
 * @param details what else has to be known: a sentence each
 */
public record Finding(VerdictLevel level, String summary, List<String> details) {
    private static final String UNKNOWN = "The recording does not tell whether descriptors leak.";

    /** Copies. */
    public Finding {
        details = List.copyOf(details);
    }

    static Finding of(RecordingContent content, Usage usage, WallClock clock) {
        Optional<ReplayedVerdict> last = content.course().last();
        Optional<Present> present = Present.of(usage);
        if (last.isEmpty()) {
            return new Finding(
                    present.map(Present::level).orElse(VerdictLevel.UNKNOWN),
                    present.map(each -> each.words() + " ").orElse("") + UNKNOWN,
                    victims(content, clock));
        }
        return present.filter(each -> each.isBeyond(last.get()))
                .map(each -> outdated(each, last.get(), content, clock))
                .orElseGet(() -> of(last.get(), content, clock));
    }

    /** As the process itself judged at the end. */
    private static Finding of(ReplayedVerdict last, RecordingContent content, WallClock clock) {
        List<String> details = new ArrayList<>();
        content.course().worstBefore().ifPresent(each -> details.add("Worst at " + at(each, clock)));
        content.course().leakBefore().ifPresent(each -> details.add("Suspects at " + at(each, clock)));
        details.addAll(victims(content, clock));
        return new Finding(last.verdict().level(), words(last), details);
    }

    /** Nobody has judged what it is like at the end: what was judged is told with its time. */
    private static Finding outdated(Present present, ReplayedVerdict last, RecordingContent content, WallClock clock) {
        List<String> details = new ArrayList<>();
        details.add("The last scan was " + Words.span(present.epochMillis() - last.epochMillis())
                + " before the end: what has been opened since is not judged. At " + at(last, clock));
        details.addAll(victims(content, clock));
        return new Finding(present.level(), present.words(), details);
    }

    private static String at(ReplayedVerdict verdict, WallClock clock) {
        return clock.text(verdict.epochMillis()) + ": " + words(verdict);
    }

    private static List<String> victims(RecordingContent content, WallClock clock) {
        List<Exhaustions.Victim> victims = content.exhaustions().victims();
        if (victims.isEmpty()) {
            return List.of();
        }
        long count = victims.stream().mapToLong(Exhaustions.Victim::count).sum()
                + content.exhaustions().notRecorded();
        long first = victims.stream()
                .mapToLong(Exhaustions.Victim::firstMillis)
                .min()
                .getAsLong();
        return List.of(
                Words.count(count, "call") + " found no descriptor left, the first at " + clock.text(first) + ".");
    }

    private static String words(ReplayedVerdict verdict) {
        return Words.harmless(verdict.words().summary(verdict.verdict()));
    }
}
