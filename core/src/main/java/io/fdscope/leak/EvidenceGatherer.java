package io.fdscope.leak;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.Ledger;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracedSite;
import io.fdscope.origin.TracedSocket;
import io.fdscope.origin.TracingFacts;
import io.fdscope.sample.Sample;
import io.fdscope.sample.Scan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Joins a scan with the ledger: whose are the sockets that are open, and how are they. Makes no object for a descriptor
 * that is neither suspicious nor new. Bounded by the ledger's sites, at most 7 KB each beside the remote ends of their open sockets, and 17 bytes for each number. For one thread at a time.
 */
final class EvidenceGatherer {
    /** Sockets whose creation was not traced: they are older than the tracing, or native code's. */
    private static final CreationSite UNTRACED = new CreationSite(OpenedBy.SOCKET, List.of(), 0);

    private static final int MOST_ENDPOINTS = 10_000;

    private final Ledger ledger;
    private final Map<TracedSite, SiteTally> tallies = new HashMap<>();
    private final Map<String, String> endpoints = new HashMap<>();
    private final UntracedStates untracedStates = new UntracedStates();
    private SiteTally untraced = new SiteTally();
    private BitSet knownBefore = new BitSet();
    private BitSet known = new BitSet();
    private long millisBefore = -1;

    EvidenceGatherer(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What a scan shows. */
    Evidence gather(Sample sample, long ageNanos) {
        Pass pass = new Pass(sample.scan(), ageNanos);
        TracingFacts facts = ledger.facts();
        List<TracedSite> sites = ledger.sites();
        prepare(sites);
        ledger.forEach(pass::take);
        pass.takeUntraced();
        Evidence evidence = pass.evidence(sample, sites, facts);
        knownBefore = known;
        millisBefore = pass.moment.millis();
        return evidence;
    }

    /** What can be said without a scan. */
    Evidence without(Sample sample, Verdict last) {
        return new Evidence(
                sample.reading().nanoTime() / 1_000_000,
                sample.reading(),
                sample.trend(),
                sample.scan().unidentified(),
                sample.scan().unidentified() < 0 ? -1 : last.unattributed(),
                List.of(),
                ledger.facts());
    }

    /** Tracing has begun anew, or has ended. */
    void forget() {
        tallies.clear();
        untraced = new SiteTally();
        knownBefore = new BitSet();
        millisBefore = -1;
    }

    private void prepare(List<TracedSite> sites) {
        tallies.keySet().retainAll(Set.copyOf(sites));
        sites.forEach(this::tally);
        tallies.values().forEach(SiteTally::clear);
        untraced.clear();
        known = new BitSet();
    }

    /** A site that is new had nothing at the time of the scan before. */
    private SiteTally tally(TracedSite site) {
        SiteTally known = tallies.get(site);
        if (known != null) {
            return known;
        }
        SiteTally tally = new SiteTally();
        tally.clear();
        if (millisBefore >= 0) {
            tally.history.add(new SitePoint(millisBefore, 0, 0, 0, 0));
        }
        tallies.put(site, tally);
        return tally;
    }

    private String pooled(String endpoint) {
        if (endpoints.size() >= MOST_ENDPOINTS) {
            endpoints.clear();
        }
        String same = endpoints.putIfAbsent(endpoint, endpoint);
        return same == null ? endpoint : same;
    }

    /** One look at all sockets. */
    private final class Pass {
        private final Scan scan;
        private final DescriptorTable table;
        private final Moment moment;
        private final CauseFinder causes;
        private final Unsampled unsampled = new Unsampled();
        private final UnaryOperator<String> pool = EvidenceGatherer.this::pooled;
        private long attributed;

        Pass(Scan scan, long ageNanos) {
            this.scan = scan;
            this.table = scan.table();
            this.moment = new Moment(scan.reading().nanoTime(), ageNanos);
            this.causes = new CauseFinder(scan);
        }

        /** One that was created after the scan is not what the scan saw under its number. */
        void take(TracedSocket socket, int fd) {
            known.set(fd);
            if (!table.isSocket(fd) || socket.createdNanos() - moment.nanoTime() > 0) {
                return;
            }
            int group = groupOf(socket, fd);
            Optional<TracedSite> site = socket.site();
            if (site.isEmpty() && socket.weight() > 0) {
                return; // Its stack was read and its site had no room, or it is yet to be read: no other site's.
            }
            if (site.isEmpty()) {
                unsampled.addUnsampled(group, socket);
            } else {
                unsampled.addSampled(group, socket);
                take(group, socket, fd, tally(site.get()));
            }
        }

        /** A scan by the tables does not tell of what protocol an unidentified socket is. */
        private int groupOf(TracedSocket socket, int fd) {
            int group = groupOf(fd);
            boolean isUnbound = socket.openedBy() == OpenedBy.DATAGRAM && group == SocketGroup.UNIDENTIFIED.ordinal();
            return isUnbound ? SocketGroup.UDP_UNBOUND.ordinal() : group;
        }

        private int groupOf(int fd) {
            return GroupCounts.groupOf(table.state(fd), table.protocol(fd));
        }

        private void take(int group, TracedSocket socket, int fd, SiteTally tally) {
            boolean isAged = tally.add(group, socket, moment);
            tally.addEndpoint(socket.endpoint(pool));
            if (!isAged) {
                return; // It is not what a suspect would rest on.
            }
            if (socket.isClosedInJava() || GroupCounts.isDead(group)) {
                CauseFinder.known(socket).ifPresentOrElse(tally::addCause, () -> ask(fd, socket, tally));
            }
        }

        private void ask(int fd, TracedSocket socket, SiteTally tally) {
            KernelAnswers answers = tally.answers(CauseFinder.wasConnected(socket));
            if (answers.isToBeAsked()) {
                answers.add(causes.asked(fd, socket));
            }
        }

        void takeUntraced() {
            untracedStates.ensure(table);
            for (int fd = 0; fd < table.end(); fd++) {
                if (table.isSocket(fd) && !known.get(fd)) {
                    takeUntraced(fd);
                }
            }
        }

        /** Counts only what is not known twice in a row: a socket may have been closed since the scan. */
        private void takeUntraced(int fd) {
            int group = groupOf(fd);
            long since = untracedStates.inStateSince(fd, table.inode(fd), group, moment.nanoTime());
            if (knownBefore.get(fd)) {
                return;
            }
            long ageMillis = scan.reading().epochMillis() - table.firstSeenEpochMillis(fd);
            boolean isAged = untraced.addUntraced(group, ageMillis * 1_000_000, since, moment);
            KernelAnswers answers = untraced.answers(false);
            if (isAged && GroupCounts.isDead(group) && answers.isToBeAsked()) {
                answers.add(causes.asked(fd));
            }
        }

        Evidence evidence(Sample sample, List<TracedSite> sites, TracingFacts facts) {
            List<SiteEvidence> all = new ArrayList<>();
            sites.forEach(site -> all.add(evidence(site)));
            if (!untraced.isEmpty()) {
                all.add(untraced());
            }
            long unidentified = scan.unidentified();
            return new Evidence(
                    moment.millis(),
                    sample.reading(),
                    sample.trend(),
                    unidentified,
                    Math.max(0, unidentified - attributed),
                    all,
                    facts);
        }

        private SiteEvidence evidence(TracedSite site) {
            SiteTally tally = tally(site);
            double[] shares = unsampled.shares(site.site().openedBy());
            RunningCounts running = RunningCounts.of(site);
            tally.history.add(tally.point(moment.millis(), running));
            SuspectCounts counts = tally.counts(shares, running);
            attributed += counts.unidentified();
            double scale = tally.isEmpty() ? 1 : (double) counts.open() / tally.seen();
            return new SiteEvidence(
                    site.site(),
                    site.threadName(),
                    counts,
                    tally.aged(shares),
                    tally.seen(),
                    running.sampledDrops(),
                    tally.causes(),
                    tally.oldestAgeMillis(),
                    tally.history.points(),
                    tally.endpoints(scale),
                    counts.heldAfterClose() > 0 ? site.closingStack() : "");
        }

        private SiteEvidence untraced() {
            double[] shares = new double[GroupCounts.GROUPS];
            untraced.history.add(untraced.point(moment.millis(), RunningCounts.NONE));
            return new SiteEvidence(
                    UNTRACED,
                    "",
                    untraced.counts(shares, RunningCounts.NONE),
                    untraced.aged(shares),
                    untraced.seen(),
                    0,
                    untraced.causes(),
                    untraced.oldestAgeMillis(),
                    untraced.history.points(),
                    Map.of(),
                    "");
        }
    }
}
