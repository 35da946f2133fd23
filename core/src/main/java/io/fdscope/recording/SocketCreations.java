package io.fdscope.recording;

import io.fdscope.event.FieldNames;
import io.fdscope.leak.LeakAnalysis;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.Suspect;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who created sockets, and when; by site. Events SocketOpened tell of the creations, the evidence of what is open still.
 * Bounded at {@value #MOST_SITES} sites.
 */
public final class SocketCreations {
    static final int MOST_SITES = 1000;
    private static final int MOST_STACKS = 5000;

    private final TimeBuckets buckets;
    private final Map<Key, SiteCreations> sites = new HashMap<>();
    /** The same by the very stack, which a reader gives many times. */
    private final IdentityHashMap<List<StackTraceElement>, SiteCreations> byStack = new IdentityHashMap<>();

    private long events;
    private long notRecorded;
    private long leftOut;

    /** What makes a site the same as another, whether or not the source file is known. */
    private record Key(OpenedBy openedBy, List<String> frames) {
        static Key of(CreationSite site) {
            return new Key(
                    site.openedBy(),
                    site.tellingFrames().stream()
                            .map(frame ->
                                    frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber())
                            .toList());
        }
    }

    SocketCreations(TimeBuckets buckets) {
        this.buckets = buckets;
    }

    /** An event SocketOpened. */
    void opened(EventValues event) {
        events++;
        notRecorded += Math.max(0, event.number(FieldNames.LEFT_OUT_COUNT));
        OpenedBy by = RecordedSite.openedBy(event.text(FieldNames.OPENED_BY));
        SiteCreations site = byStack.get(event.frames());
        if (site == null || site.site().openedBy() != by) {
            site = of(CreationSite.of(by, event.frames().toArray(StackTraceElement[]::new)));
            remember(event.frames(), site);
        }
        if (site == null) {
            leftOut++;
        } else {
            site.created(event.startMillis());
        }
    }

    /**
     * The site that an event SocketOpened counts for.
     *
     * @param openedBy its field of that name
     * @param frames its stack, innermost first
     * @return empty where the site found no room, or no such event was there
     */
    public Optional<SiteCreations> siteOf(String openedBy, List<StackTraceElement> frames) {
        OpenedBy by = RecordedSite.openedBy(openedBy);
        return Optional.ofNullable(sites.get(Key.of(CreationSite.of(by, frames.toArray(StackTraceElement[]::new)))));
    }

    private void remember(List<StackTraceElement> frames, SiteCreations site) {
        if (byStack.size() >= MOST_STACKS) {
            byStack.clear();
        }
        if (site != null) {
            byStack.put(frames, site);
        }
    }

    /** What a scan has shown. Sites that it had no room for have no more sockets than any it tells of but for suspects. */
    void judged(ReplayedVerdict verdict) {
        if (!verdict.scanned()) {
            return;
        }
        Set<SiteCreations> seen = new HashSet<>();
        for (SiteEvidence evidence : verdict.evidence().sites()) {
            SiteCreations site = of(evidence.site());
            if (site != null) {
                site.seen(verdict, evidence);
                seen.add(site);
            }
        }
        long most = verdict.leftOut() == 0 ? 0 : leastOpen(verdict);
        sites.values().stream().filter(site -> !seen.contains(site)).forEach(site -> site.notTold(most));
    }

    /** Of those that are no suspects; no bound where there are more suspects than a verdict names. */
    private static long leastOpen(ReplayedVerdict verdict) {
        if (verdict.verdict().suspects().size() >= LeakAnalysis.MOST_SUSPECTS) {
            return Long.MAX_VALUE;
        }
        Set<CreationSite> suspects =
                verdict.verdict().suspects().stream().map(Suspect::site).collect(Collectors.toSet());
        return verdict.evidence().sites().stream()
                .filter(evidence -> !suspects.contains(evidence.site()))
                .mapToLong(evidence -> evidence.counts().open())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Null where there is no room. */
    private SiteCreations of(CreationSite site) {
        Key key = Key.of(site);
        SiteCreations known = sites.get(key);
        if (known == null && sites.size() < MOST_SITES) {
            known = new SiteCreations(site, buckets);
            sites.put(key, known);
        }
        return known;
    }

    /** The sites, those with the most open first, then those that created most. */
    public List<SiteCreations> sites() {
        return sites.values().stream()
                .sorted(Comparator.comparingLong(SiteCreations::open)
                        .thenComparingLong(SiteCreations::createdCount)
                        .reversed()
                        .thenComparing(each -> each.site().stackText()))
                .toList();
    }

    /** The site that created most while it was recorded, whatever became of them; empty where none is known. */
    public Optional<SiteCreations> mostCreated() {
        return sites.values().stream()
                .filter(site -> !site.site().frames().isEmpty() && site.createdCount() > 0)
                .max(Comparator.comparingLong(SiteCreations::createdCount));
    }

    /** Events SocketOpened in the recording. */
    public long events() {
        return events;
    }

    /** Creations that got no event, for there were more than a thousand a second. */
    public long notRecorded() {
        return notRecorded;
    }

    /** Events of sites that found no room here. */
    public long leftOut() {
        return leftOut;
    }
}
