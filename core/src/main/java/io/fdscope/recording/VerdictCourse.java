package io.fdscope.recording;

import io.fdscope.leak.Suspect;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.origin.CreationSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the verdict changed: its last word, its worst, and each change of level or of the first suspect. Bounded. */
public final class VerdictCourse {
    static final int MOST_CHANGES = 50;

    private static final Comparator<ReplayedVerdict> BY_DANGER = Comparator.<ReplayedVerdict, VerdictLevel>comparing(
                    each -> each.verdict().level())
            .thenComparing(each -> each.verdict().reading().openCount());

    private final List<Change> changes = new ArrayList<>();
    private Optional<ReplayedVerdict> last = Optional.empty();
    private Optional<ReplayedVerdict> worst = Optional.empty();
    private long leftOut;

    /**
     * A verdict that differs from the one before.
     *
     * @param epochMillis when, milliseconds since 1970
     * @param level where the process was going
     * @param summary the verdict in a sentence
     * @param site the first suspect's frame, the one that the summary names; empty where there is none, or it is not known
     */
    public record Change(long epochMillis, VerdictLevel level, String summary, Optional<String> site) {}

    void add(ReplayedVerdict now) {
        if (last.isEmpty() || !key(last.get()).equals(key(now))) {
            if (changes.size() < MOST_CHANGES) {
                changes.add(change(now));
            } else {
                leftOut++;
            }
        }
        if (worst.isEmpty() || BY_DANGER.compare(now, worst.get()) >= 0) {
            worst = Optional.of(now);
        }
        last = Optional.of(now);
    }

    private static Change change(ReplayedVerdict now) {
        Optional<String> site = now.verdict().standing().stream()
                .findFirst()
                .map(Suspect::site)
                .filter(each -> !each.frames().isEmpty())
                .map(CreationSite::name);
        return new Change(now.epochMillis(), now.verdict().level(), now.words().summary(now.verdict()), site);
    }

    private static List<Object> key(ReplayedVerdict verdict) {
        List<Suspect> standing = verdict.verdict().standing();
        Object first = standing.isEmpty() ? "" : standing.get(0).site();
        return List.of(
                verdict.verdict().level(),
                first,
                standing.isEmpty() ? "" : standing.get(0).cause());
    }

    /** The last one; empty where nothing was judged. */
    public Optional<ReplayedVerdict> last() {
        return last;
    }

    /** The one of the highest level with the most open; the latest of those. */
    public Optional<ReplayedVerdict> worst() {
        return worst;
    }

    /** Oldest first, at most {@value #MOST_CHANGES}. */
    public List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** Changes beyond those. */
    public long leftOut() {
        return leftOut;
    }
}
