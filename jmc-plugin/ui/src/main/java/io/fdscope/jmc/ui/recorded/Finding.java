package io.fdscope.jmc.ui.recorded;

import io.fdscope.leak.VerdictLevel;
import io.fdscope.recording.RecordingContent;
import io.fdscope.recording.ReplayedVerdict;
import java.util.Optional;

/**
 * The verdict in a sentence or two.
 *
 * @param level where the process was going at the end of the recording
 * @param summary what is wrong then
 * @param worst when it was worse before; empty where it was not
 */
public record Finding(VerdictLevel level, String summary, Optional<Worst> worst) {
    /**
     * A verdict of a worse level than the last.
     *
     * @param epochMillis when, milliseconds since 1970
     * @param level where the process was going then
     * @param summary what was wrong then
     */
    public record Worst(long epochMillis, VerdictLevel level, String summary) {
        static Worst of(ReplayedVerdict verdict) {
            return new Worst(verdict.epochMillis(), verdict.verdict().level(), words(verdict));
        }
    }

    static Finding of(RecordingContent content) {
        Optional<ReplayedVerdict> last = content.course().last();
        if (last.isEmpty()) {
            return new Finding(
                    VerdictLevel.UNKNOWN, "The recording does not tell whether descriptors leak.", Optional.empty());
        }
        VerdictLevel level = last.get().verdict().level();
        return new Finding(
                level,
                words(last.get()),
                content.course()
                        .worst()
                        .filter(worst -> worst.verdict().level().compareTo(level) > 0)
                        .map(Worst::of));
    }

    private static String words(ReplayedVerdict verdict) {
        return Words.harmless(verdict.words().summary(verdict.verdict()));
    }
}
