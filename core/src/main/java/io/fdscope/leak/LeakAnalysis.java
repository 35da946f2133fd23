package io.fdscope.leak;

import io.fdscope.origin.CreationSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges: a pure function of what was seen now, what was said before, and thresholds. So a recording is judged as the
 * process was.
 */
public final class LeakAnalysis {
    /** In suspectAges: how long a cleared suspect is still told of. */
    private static final long TOLD_AFTERWARDS = 10;
    /** Fewer sampled sockets prove nothing, however many each stands for. */
    private static final int LEAST_SAMPLED = 5;

    /** As many as a verdict names. */
    public static final int MOST_SUSPECTS = 100;

    /** The ledger has 1,000 sites, and those that it has forgotten are told of for a while. */
    private static final int MOST_REMEMBERED = 2000;

    private static final double SOON_SECONDS = 600;

    private static final Comparator<SuspectRecord> WORST_FIRST = Comparator.comparing(SuspectRecord::isStanding)
            .thenComparing(each -> each.suspect().counts().open())
            .thenComparing(each -> each.suspect().counts().droppedWithoutClose())
            .reversed()
            .thenComparing(each -> each.suspect().site().stackText());

    private final LeakThresholds thresholds;

    public LeakAnalysis(LeakThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The judgement that follows from what is seen now and the one before. */
    public Judgement judge(Judgement before, Evidence now) {
        Map<CreationSite, SuspectRecord> known = new LinkedHashMap<>();
        before.records().forEach(each -> known.put(each.suspect().site(), each));
        List<SuspectRecord> records = new ArrayList<>();
        for (SiteEvidence site : now.sites()) {
            Optional<SuspectRecord> last = Optional.ofNullable(known.remove(site.site()));
            judge(last, site).ifPresent(records::add);
        }
        known.values().forEach(gone -> records.add(cleared(gone, gone.suspect(), now.millis())));
        records.removeIf(each -> isOld(each, now.millis()));
        return judgement(records, now);
    }

    private Judgement judgement(List<SuspectRecord> records, Evidence now) {
        List<SuspectRecord> remembered =
                records.stream().sorted(WORST_FIRST).limit(MOST_REMEMBERED).toList();
        List<Suspect> told = remembered.stream()
                .limit(MOST_SUSPECTS)
                .map(SuspectRecord::suspect)
                .toList();
        return new Judgement(verdict(told, now), remembered);
    }

    /** The same suspects in the light of new figures, where the sockets could not be looked at. */
    public Judgement withoutScan(Judgement before, Evidence now) {
        return new Judgement(verdict(before.verdict().suspects(), now), before.records());
    }

    /**
     * A judgement that goes on where another one of the same process was, of which only its memories are left. To judge the
     * same evidence by it once more changes nothing. A site that is not seen any more is forgotten; a suspect that was
     * cleared has the counts of now, not of then.
     */
    public Judgement resume(Evidence now, Map<CreationSite, SuspectMemory> memories) {
        List<SuspectRecord> records = new ArrayList<>();
        for (SiteEvidence site : now.sites()) {
            Optional.ofNullable(memories.get(site.site()))
                    .flatMap(memory -> record(site, memory))
                    .ifPresent(records::add);
        }
        return judgement(records, now);
    }

    private Optional<SuspectRecord> record(SiteEvidence site, SuspectMemory memory) {
        return LeakRule.named(memory.rule())
                .map(rule -> new SuspectRecord(
                        suspect(site, memory.state(), rule, memory.cause()),
                        rule,
                        memory.peak(),
                        memory.heldMillis(),
                        memory.clearedMillis()));
    }

    private Optional<SuspectRecord> judge(Optional<SuspectRecord> last, SiteEvidence site) {
        Optional<LeakRule> holding = Arrays.stream(LeakRule.values())
                .filter(rule -> isSampledEnough(site, rule))
                .filter(rule -> rule.holds(site, thresholds))
                .reduce((one, other) -> other.weight(site) > one.weight(site) ? other : one);
        if (holding.isPresent()) {
            return Optional.of(standing(last, site, holding.get()));
        }
        return last.map(each -> each.isStanding() ? unlessRecovered(each, site) : each);
    }

    private boolean isSampledEnough(SiteEvidence site, LeakRule rule) {
        long sampled = rule == LeakRule.DROPPED ? site.sampledDrops() : site.sampled();
        return !site.isTraced() || sampled >= Math.min(LEAST_SAMPLED, thresholds.suspectCount());
    }

    private SuspectRecord standing(Optional<SuspectRecord> last, SiteEvidence site, LeakRule rule) {
        long sockets = rule.sockets(site);
        long peak = last.filter(SuspectRecord::isStanding)
                .filter(each -> each.rule() == rule)
                .map(each -> Math.max(each.peak(), sockets))
                .orElse(sockets);
        Suspect suspect = suspect(site, SuspectState.STANDING, rule, rule.cause(site));
        return new SuspectRecord(suspect, rule, peak, site.now().millis(), 0);
    }

    private SuspectRecord unlessRecovered(SuspectRecord last, SiteEvidence site) {
        long millis = site.now().millis();
        if (hasRecovered(last, site)) {
            return cleared(
                    last,
                    suspect(
                            site,
                            SuspectState.CLEARED,
                            last.rule(),
                            last.suspect().cause()),
                    millis);
        }
        Suspect suspect =
                suspect(site, SuspectState.STANDING, last.rule(), last.suspect().cause());
        long peak = Math.max(last.peak(), last.rule().sockets(site));
        return new SuspectRecord(suspect, last.rule(), peak, last.heldMillis(), 0);
    }

    private boolean hasRecovered(SuspectRecord last, SiteEvidence site) {
        long sockets = last.rule().sockets(site);
        long quiet = site.now().millis() - last.heldMillis();
        return switch (last.rule()) {
            case USELESS, LINGERING -> sockets < thresholds.suspectCount() && 2 * sockets <= last.peak();
            case GROWING -> 2 * sockets <= last.peak() || quiet >= LeakRule.QUIET * thresholds.ageMillis();
            case DROPPED -> sockets < thresholds.suspectCount() || quiet >= LeakRule.QUIET * thresholds.ageMillis();
        };
    }

    private static SuspectRecord cleared(SuspectRecord last, Suspect suspect, long millis) {
        if (!last.isStanding()) {
            return last;
        }
        Suspect recovered = suspect.state() == SuspectState.CLEARED ? suspect : gone(suspect);
        return new SuspectRecord(recovered, last.rule(), last.peak(), last.heldMillis(), millis);
    }

    private boolean isOld(SuspectRecord record, long millis) {
        return !record.isStanding() && millis - record.clearedMillis() > TOLD_AFTERWARDS * thresholds.ageMillis();
    }

    private Suspect suspect(SiteEvidence site, SuspectState state, LeakRule rule, SuspectCause cause) {
        return new Suspect(
                site.site(),
                site.threadName(),
                state,
                cause,
                site.counts(),
                concerned(site, rule, cause),
                site.oldestAgeMillis(),
                SteadyGrowth.ofOpen(site, thresholds).perMinute(),
                site.endpoints(),
                site.closingStack());
    }

    /**
     * Datagram and unix-domain sockets that are dead show in no state of their own, or are of no use beside others; and some
     * causes are about no state.
     */
    private static long concerned(SiteEvidence site, LeakRule rule, SuspectCause cause) {
        if (rule != LeakRule.USELESS) {
            return site.counts().concernedBy(cause);
        }
        boolean showsInItsState = switch (site.site().openedBy()) {
            case DATAGRAM, UNIX, UNIX_ACCEPT -> cause == SuspectCause.HELD_AFTER_CLOSE;
            case SOCKET, SERVER_SOCKET, ACCEPT -> SuspectCounts.showsInAState(cause);
        };
        long dead = site.aged().dead();
        return showsInItsState || dead == 0 ? site.counts().concernedBy(cause) : dead;
    }

    /** Nothing is left of it. */
    private static Suspect gone(Suspect last) {
        SuspectCounts counts = last.counts();
        return new Suspect(
                last.site(),
                last.threadName(),
                SuspectState.CLEARED,
                last.cause(),
                new SuspectCounts(
                        0, 0, 0, Map.of(), counts.droppedWithoutClose(), counts.created(), counts.estimated()),
                -1,
                Double.NaN,
                Map.of(),
                "");
    }

    private Verdict verdict(List<Suspect> suspects, Evidence now) {
        boolean anyStanding = suspects.stream().anyMatch(suspect -> suspect.state() == SuspectState.STANDING);
        return new Verdict(
                level(now, anyStanding),
                now.reading(),
                now.trend(),
                now.unidentified(),
                now.unattributed(),
                suspects,
                now.tracing());
    }

    private VerdictLevel level(Evidence now, boolean anyStanding) {
        double left = now.trend().secondsToExhaustion();
        boolean grows = left >= 0 || anyStanding;
        boolean critical =
                thresholds.critical().any().stream().anyMatch(each -> each.isCrossed(now.reading(), now.trend()));
        if (now.reading().headroom() == 0 || (left >= 0 && left < SOON_SECONDS) || (critical && grows)) {
            return VerdictLevel.EXHAUSTING;
        }
        if (grows) {
            return VerdictLevel.GROWING;
        }
        return Double.isNaN(now.trend().growthPerMinute()) ? VerdictLevel.UNKNOWN : VerdictLevel.STABLE;
    }
}
