package io.fdscope.leak;

import io.fdscope.origin.CreationSite;
import java.util.List;

/**
 * What one full garbage collection did to a suspect.
 *
 * @param suspect as it was before
 * @param openAfter its open sockets afterwards; 0 where it is no suspect any more
 */
public record GarbageEffect(Suspect suspect, long openAfter) {
    /** The effect on each suspect that stood before, in that order. */
    public static List<GarbageEffect> of(GarbageComparison comparison) {
        return comparison.before().standing().stream()
                .map(suspect -> new GarbageEffect(suspect, openAfter(suspect.site(), comparison.after())))
                .toList();
    }

    private static long openAfter(CreationSite site, Verdict after) {
        return after.suspects().stream()
                .filter(suspect -> suspect.site().equals(site))
                .mapToLong(suspect -> suspect.counts().open())
                .findFirst()
                .orElse(0);
    }

    /** Its open sockets before. */
    public long openBefore() {
        return suspect.counts().open();
    }

    /** Sockets that nothing refers to any more: the program dropped them without close. 0 and more. */
    public long closed() {
        return Math.max(0, openBefore() - openAfter);
    }

    /** What that says of the sockets. */
    public Reachability reachability() {
        if (closed() == 0) {
            return Reachability.HELD;
        }
        return openAfter == 0 ? Reachability.DROPPED : Reachability.PARTLY_DROPPED;
    }
}
