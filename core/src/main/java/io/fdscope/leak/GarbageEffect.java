package io.fdscope.leak;

import io.fdscope.origin.CreationSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one full garbage collection did to a suspect. Exact but where creations are sampled.
 *
 * @param suspect as it was before
 * @param openAfter its open sockets afterwards; 0 where it is no suspect any more
 * @param closed of those open before, closed as garbage: the program had dropped them
 * @param left of those open before, still open; what has come since is none of them
 * @param reachability what that says of them
 */
public record GarbageEffect(Suspect suspect, long openAfter, long closed, long left, Reachability reachability) {
    /** The effect on each suspect that stood before, in that order. */
    public static List<GarbageEffect> of(GarbageComparison comparison) {
        return comparison.before().standing().stream()
                .map(suspect -> of(suspect, comparison))
                .toList();
    }

    private static GarbageEffect of(Suspect before, GarbageComparison comparison) {
        Optional<Suspect> after = comparison.after().suspects().stream()
                .filter(each -> each.site().equals(before.site()))
                .findFirst();
        long open = after.map(each -> each.counts().open()).orElse(0L);
        long closed = Math.min(before.counts().open(), dropped(before, after, comparison));
        long left = after.map(each -> left(before, each, comparison)).orElse(0L);
        left = Math.min(left, before.counts().open() - closed);
        return new GarbageEffect(before, open, closed, left, reachability(before, closed, left, comparison));
    }

    private static long dropped(Suspect before, Optional<Suspect> after, GarbageComparison comparison) {
        if (before.site().frames().isEmpty()) {
            return droppedUntraced(before, after, comparison);
        }
        return after.map(each -> drops(each) - drops(before))
                .filter(drops -> drops > 0)
                .orElse(0L);
    }

    /**
     * What is closed as garbage is not counted for sockets of unknown origin: what is gone, and no other suspect's. Of a site that
     * is a suspect only afterwards nobody knows how many of its drops are of now.
     */
    private static long droppedUntraced(Suspect before, Optional<Suspect> after, GarbageComparison comparison) {
        long all = comparison.after().tracing().droppedWithoutClose()
                - comparison.before().tracing().droppedWithoutClose();
        Map<CreationSite, Long> dropsBefore = comparison.before().suspects().stream()
                .collect(Collectors.toMap(Suspect::site, GarbageEffect::drops, (one, other) -> one));
        long others = comparison.after().suspects().stream()
                .filter(suspect -> dropsBefore.containsKey(suspect.site()))
                .mapToLong(suspect -> drops(suspect) - dropsBefore.get(suspect.site()))
                .sum();
        long gone =
                before.counts().open() - after.map(each -> each.counts().open()).orElse(0L);
        return Math.max(0, Math.min(gone, all - others));
    }

    private static long drops(Suspect suspect) {
        return suspect.counts().droppedWithoutClose();
    }

    /** Where even the oldest is younger than the collection, none; else what the new ones do not account for. */
    private static long left(Suspect before, Suspect after, GarbageComparison comparison) {
        long elapsed = comparison.after().reading().epochMillis()
                - comparison.before().reading().epochMillis();
        if (after.counts().open() == 0 || (after.oldestAgeMillis() >= 0 && after.oldestAgeMillis() < elapsed)) {
            return 0;
        }
        long came = Math.max(0, after.counts().created() - before.counts().created());
        return Math.max(1, after.counts().open() - came);
    }

    /**
     * One of ten may be in use as the collection comes, without making the others any less dropped. What a few sampled drops
     * stand for may be off by more than that: where nothing is left of estimated ones and most were closed so, all were.
     */
    private static Reachability reachability(Suspect before, long closed, long left, GarbageComparison comparison) {
        if (!comparison.collected() || (closed == 0 && left == 0)) {
            return Reachability.UNKNOWN;
        }
        if (closed == 0) {
            return Reachability.HELD;
        }
        if (before.counts().estimated()
                && left == 0
                && 2 * closed >= before.counts().open()) {
            return Reachability.DROPPED;
        }
        return 10 * closed >= 9 * before.counts().open() ? Reachability.DROPPED : Reachability.PARTLY_DROPPED;
    }

    /** Its open sockets before. */
    public long openBefore() {
        return suspect.counts().open();
    }
}
