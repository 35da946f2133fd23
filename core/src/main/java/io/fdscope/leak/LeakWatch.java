package io.fdscope.leak;

import io.fdscope.fault.Edge;
import io.fdscope.fault.Faults;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.Ledger;
import io.fdscope.origin.TracingFacts;
import io.fdscope.sample.Sample;
import io.fdscope.sample.SampleSink;
import io.fdscope.sample.Sampler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Watches for leaks: joins every scan with the ledger, judges, and tells of each suspect that comes up or is cleared. A
 * sink of the sampler that it is given, which it must be added to. It also has the ledger settle at every sample, and once a second
 * between those.
 *
 * <p>A suspect that stands when tracing ends, or begins anew, is forgotten without a word: nothing is known of it.
 */
public final class LeakWatch implements SampleSink, VerdictSource {
    private final Ledger ledger;
    private final Sampler sampler;
    private final Faults faults;
    private final EvidenceGatherer gatherer;
    private final List<LeakListener> listeners = new CopyOnWriteArrayList<>();
    private final Object collecting = new Object();
    private volatile LeakThresholds thresholds;
    private volatile Verdict latest = Verdict.NONE;
    private Judgement judgement = Judgement.NONE;
    private long judgedScan;
    private long tracedSince;

    /** @param sampler what {@link #fresh} has scan */
    public LeakWatch(Ledger ledger, Sampler sampler, LeakThresholds thresholds, Faults faults) {
        this.ledger = ledger;
        this.sampler = sampler;
        this.thresholds = thresholds;
        this.faults = faults;
        this.gatherer = new EvidenceGatherer(ledger);
    }

    /** Changes what it takes to be a suspect, from the next scan on. */
    public void setThresholds(LeakThresholds changed) {
        thresholds = changed;
    }

    @Override
    public void accept(Sample sample) {
        ledger.settle();
        if (sample.scan().number() == judgedScan) {
            return;
        }
        judgedScan = sample.scan().number();
        startAnewIfTracingDid(ledger.facts());
        Judgement before = judgement;
        Judged judged = judge(sample);
        judgement = judged.judgement();
        latest = judgement.verdict();
        tell(listener -> listener.judged(judged));
        tell(before.suspects(), judgement.suspects());
    }

    /** Stacks hold class loaders of the application, and the sampling has to follow the pace. */
    @Override
    public void betweenSamples() {
        ledger.settle();
    }

    private void startAnewIfTracingDid(TracingFacts facts) {
        long since = facts.enabled() ? facts.sinceEpochMillis() : -1;
        if (since != tracedSince) {
            tracedSince = since;
            gatherer.forget();
            judgement = Judgement.NONE;
        }
    }

    private Judged judge(Sample sample) {
        LeakThresholds current = thresholds;
        LeakAnalysis analysis = new LeakAnalysis(current);
        boolean scanned = sample.scan().known() && sample.scan().socketsTold();
        Evidence evidence =
                scanned ? gatherer.gather(sample, current.suspectAge().toNanos()) : gatherer.without(sample, latest);
        Judgement judged = scanned ? analysis.judge(judgement, evidence) : analysis.withoutScan(judgement, evidence);
        return new Judged(judgedScan, scanned, evidence, current, judged);
    }

    @Override
    public Verdict latest() {
        return latest;
    }

    @Override
    public Verdict fresh() {
        sampler.scanNow();
        return latest;
    }

    @Override
    public GarbageComparison collectGarbageAndCompare() {
        synchronized (collecting) {
            Verdict before = fresh();
            GarbageCollection collection = new GarbageCollection(ledger);
            if (!collection.run()) {
                return new GarbageComparison(before, before, false);
            }
            Verdict after;
            do {
                collection.awaitQuiet();
                after = fresh();
            } while (collection.hasGoneOn() && collection.isPatient());
            return new GarbageComparison(before, after, true);
        }
    }

    @Override
    public void listen(LeakListener listener) {
        listeners.add(listener);
    }

    @Override
    public void forget(LeakListener listener) {
        listeners.remove(listener);
    }

    private void tell(List<Suspect> before, List<Suspect> after) {
        Map<CreationSite, SuspectState> known =
                before.stream().collect(Collectors.toMap(Suspect::site, Suspect::state, (one, other) -> one));
        for (Suspect suspect : after) {
            SuspectState last = known.get(suspect.site());
            if (suspect.state() == SuspectState.STANDING && last != SuspectState.STANDING) {
                tell(listener -> listener.suspected(suspect));
            } else if (suspect.state() == SuspectState.CLEARED && last == SuspectState.STANDING) {
                tell(listener -> listener.cleared(suspect));
            }
        }
    }

    /** A listener that throws keeps nobody else from being told. */
    private void tell(Consumer<LeakListener> news) {
        for (LeakListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (Throwable e) {
                faults.record(Edge.SINK, e);
            }
        }
    }
}
