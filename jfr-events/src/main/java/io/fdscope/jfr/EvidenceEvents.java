package io.fdscope.jfr;

import io.fdscope.leak.Judged;
import io.fdscope.leak.LeakListener;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectMemory;
import io.fdscope.leak.SuspectState;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.TracingControl;
import io.fdscope.sample.Sample;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes what each scan's judgement rests on: counts of every site, and once the site itself, up to {@value #MOST_SITES} of
 * them. At the begin of each chunk all of the last scan is written again, and every site with the scan after it, so that a
 * recording whose older chunks are gone is complete in itself. Nothing of the kind while nobody records, nor for a chunk
 * in which {@link LiveSamples} holds the sample back.
 *
 * <p>The event of the whole comes last: who finds it has the rest.
 */
final class EvidenceEvents implements Runnable, LeakListener {
    static final int MOST_SITES = 200;

    private final LiveSamples samples;
    private final TracingControl tracing;
    private final JfrEdge edge;
    private final int processIdentifier = (int) ProcessHandle.current().pid();
    private final IdentityHashMap<CreationSite, Integer> numbers = new IdentityHashMap<>();
    /** Sites of the scan before, with the stack of the close that was written of them. */
    private final Map<Integer, String> described = new HashMap<>();

    private Optional<Judged> last = Optional.empty();
    private int missingHooks;
    private int sites;

    EvidenceEvents(Supplier<Sample> latest, TracingControl tracing, JfrEdge edge) {
        this.samples = new LiveSamples(latest);
        this.tracing = tracing;
        this.edge = edge;
    }

    /** A chunk begins, or a recording. Asked under the flight recorder's lock, on whatever thread began it. */
    @Override
    public void run() {
        edge.run(this::beginChunk);
    }

    private synchronized void beginChunk() {
        described.clear();
        if (samples.next().isPresent()) {
            last.ifPresent(this::write);
        }
        described.clear(); // What one thread wrote may stand in the file behind what another wrote later.
    }

    @Override
    public void judged(Judged judged) {
        edge.run(() -> keepAndWrite(judged, tracing.missingPlaces()));
    }

    /** Asks nobody who may have to wait: the flight recorder waits for this. */
    private synchronized void keepAndWrite(Judged judged, int missing) {
        last = Optional.of(judged);
        missingHooks = missing;
        write(judged);
    }

    @Override
    public void suspected(Suspect suspect) {}

    @Override
    public void cleared(Suspect suspect) {}

    private void write(Judged judged) {
        LeakEvidenceEvent whole = new LeakEvidenceEvent();
        if (!whole.isEnabled()) {
            described.clear();
            return;
        }
        Map<CreationSite, SuspectMemory> memories = judged.judgement().memories();
        List<SiteEvidence> most = most(judged, memories);
        EvidenceFigures figures = new EvidenceFigures(judged);
        most.forEach(site -> write(site, figures, Optional.ofNullable(memories.get(site.site()))));
        forgetOthers(most);
        figures.whole(whole);
        whole.processIdentifier = processIdentifier;
        whole.missingHookCount = missingHooks;
        whole.siteCount = most.size();
        whole.leftOutCount = judged.evidence().sites().size() - most.size();
        whole.commit();
    }

    /** Suspects first, whatever is left of them: those that stand, then those that are cleared. */
    private static List<SiteEvidence> most(Judged judged, Map<CreationSite, SuspectMemory> memories) {
        List<SiteEvidence> all = judged.evidence().sites();
        if (all.size() <= MOST_SITES) {
            return all;
        }
        return all.stream()
                .sorted(Comparator.<SiteEvidence, Boolean>comparing(site -> isStanding(memories.get(site.site())))
                        .thenComparing(site -> memories.containsKey(site.site()))
                        .thenComparing(site -> site.counts().open())
                        .thenComparing(site -> site.counts().droppedWithoutClose())
                        .reversed())
                .limit(MOST_SITES)
                .toList();
    }

    private static boolean isStanding(SuspectMemory memory) {
        return memory != null && memory.state() == SuspectState.STANDING;
    }

    private void write(SiteEvidence site, EvidenceFigures figures, Optional<SuspectMemory> memory) {
        int number = numbers.computeIfAbsent(site.site(), unused -> ++sites);
        if (!site.closingStack().equals(described.get(number))) {
            CreationSiteEvent description = new CreationSiteEvent();
            figures.description(description, site, memory);
            description.siteNumber = number;
            description.commit();
            described.put(number, site.closingStack());
        }
        SiteEvidenceEvent counts = new SiteEvidenceEvent();
        figures.site(counts, site);
        counts.siteNumber = number;
        counts.commit();
    }

    private void forgetOthers(List<SiteEvidence> written) {
        Set<Integer> now = new HashSet<>();
        Set<CreationSite> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        written.forEach(site -> now.add(numbers.get(site.site())));
        written.forEach(site -> kept.add(site.site()));
        described.keySet().retainAll(now);
        numbers.keySet().removeIf(site -> !kept.contains(site));
    }
}
