package io.fdscope.recording;

import io.fdscope.leak.Suspect;
import io.fdscope.leak.VerdictLevel;
import io.fdscope.origin.CreationSite;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the verdict changed: its last word, its worst, and each change of level or of the first suspect. Bounded. */
public final class VerdictCourse {
    /** As many changes are kept of the beginning, and as many of the end. */
    public static final int MOST_CHANGES = 25;

    private static final Comparator<ReplayedVerdict> BY_KIND = Comparator.<ReplayedVerdict, VerdictLevel>comparing(
                    each -> each.verdict().level())
            .thenComparing(VerdictCourse::leaks);
    private static final Comparator<ReplayedVerdict> BY_DANGER =
            BY_KIND.thenComparing(each -> each.verdict().reading().openCount());

    private final FirstAndLast<Change> changes = new FirstAndLast<>(MOST_CHANGES);
    private Optional<ReplayedVerdict> last = Optional.empty();
    private Optional<ReplayedVerdict> worst = Optional.empty();
    private Optional<ReplayedVerdict> leaking = Optional.empty();

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
            changes.add(change(now));
        }
        worst = Optional.of(worse(worst, now));
        if (leaks(now)) {
            leaking = Optional.of(worse(leaking, now));
        }
        last = Optional.of(now);
    }

    private static ReplayedVerdict worse(Optional<ReplayedVerdict> before, ReplayedVerdict now) {
        return before.filter(each -> BY_DANGER.compare(each, now) > 0).orElse(now);
    }

    private static boolean leaks(ReplayedVerdict verdict) {
        return !verdict.verdict().standing().isEmpty();
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

    /**
     * The one of the highest level, of those one where a suspect stands, of those the one with the most open. The last one
     * where it is as bad but for the count: then it is not over.
     */
    public Optional<ReplayedVerdict> worst() {
        return orTheLast(worst);
    }

    /** The same of those where a suspect stands; empty where none ever stood. */
    public Optional<ReplayedVerdict> leaking() {
        return orTheLast(leaking);
    }

    /** The worst where that is over by the end. */
    public Optional<ReplayedVerdict> worstBefore() {
        return worst().filter(each -> !last.equals(Optional.of(each)));
    }

    /** The leak that neither the worst verdict nor the last one tells of. */
    public Optional<ReplayedVerdict> leakBefore() {
        return leaking().filter(each -> !last.equals(Optional.of(each)) && !worst().equals(Optional.of(each)));
    }

    private Optional<ReplayedVerdict> orTheLast(Optional<ReplayedVerdict> found) {
        return found.isPresent() && BY_KIND.compare(last.get(), found.get()) == 0 ? last : found;
    }

    /** Oldest first: the first {@value #MOST_CHANGES}, and the last {@value #MOST_CHANGES}. */
    public List<Change> changes() {
        return changes.kept();
    }

    /** Changes between those. */
    public long leftOut() {
        return changes.leftOut();
    }
}
