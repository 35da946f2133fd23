package io.fdscope.leak;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.origin.TracedSocket;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one scan counts for one site. Used again for each scan; not thread safe. */
final class SiteTally {
    private static final int MOST_ENDPOINTS = 10_000;
    private static final int TOLD_ENDPOINTS = 10;
    private static final SocketGroup[] GROUPS = SocketGroup.values();

    final SiteHistory history = new SiteHistory();
    private final GroupCounts open = new GroupCounts();
    private final GroupCounts aged = new GroupCounts();
    private final GroupCounts unchanged = new GroupCounts();
    private final GroupCounts stale = new GroupCounts();
    private final GroupCounts held = new GroupCounts();
    private final GroupCounts agedHeld = new GroupCounts();
    private final Map<SuspectCause, Long> causes = new EnumMap<>(SuspectCause.class);
    /** Those that were connected end in other ways than those that never were. */
    private final KernelAnswers ofConnected = new KernelAnswers();

    private final KernelAnswers ofUnconnected = new KernelAnswers();
    private final Map<String, long[]> endpoints = new HashMap<>();
    private long oldestAgeNanos;

    void clear() {
        open.clear();
        aged.clear();
        unchanged.clear();
        stale.clear();
        held.clear();
        agedHeld.clear();
        causes.clear();
        ofConnected.clear();
        ofUnconnected.clear();
        endpoints.clear();
        oldestAgeNanos = -1;
    }

    /** Counts an open socket of this site. Returns whether it has been as it is for long enough. */
    boolean add(int group, TracedSocket socket, Moment moment) {
        open.add(group, socket);
        oldestAgeNanos = Math.max(oldestAgeNanos, moment.nanoTime() - socket.createdNanos());
        if (moment.isOld(socket.createdNanos())) {
            aged.add(group, socket);
        }
        if (socket.isClosedInJava()) {
            held.add(group, socket);
            boolean isAged = socket.isClosedInJavaSince(moment.nanoTime() - moment.ageNanos());
            return isAged && count(agedHeld, group, socket);
        }
        return addUnchanged(group, socket.weight(), socket.inStateSince(group, moment.nanoTime()), moment);
    }

    private static boolean count(GroupCounts counts, int group, TracedSocket socket) {
        counts.add(group, socket);
        return true;
    }

    private boolean addUnchanged(int group, int weight, long inStateSinceNanos, Moment moment) {
        if (!moment.isOld(inStateSinceNanos)) {
            return false;
        }
        unchanged.add(group, weight);
        if (GroupCounts.isLingering(group) && moment.isOld(inStateSinceNanos, LeakRule.LONG)) {
            stale.add(group, weight);
        }
        return true;
    }

    /** The same of one that the ledger does not know. */
    boolean addUntraced(int group, long ageNanos, long inStateSinceNanos, Moment moment) {
        open.add(group, 1);
        oldestAgeNanos = Math.max(oldestAgeNanos, ageNanos);
        if (ageNanos >= moment.ageNanos()) {
            aged.add(group, 1);
        }
        return addUnchanged(group, 1, inStateSinceNanos, moment);
    }

    void addEndpoint(String endpoint) {
        if (!endpoint.isEmpty() && (endpoints.size() < MOST_ENDPOINTS || endpoints.containsKey(endpoint))) {
            endpoints.computeIfAbsent(endpoint, unused -> new long[1])[0]++;
        }
    }

    void addCause(SuspectCause cause) {
        causes.merge(cause, 1L, Long::sum);
    }

    /** What the kernel says of the sockets whose cause the ledger does not know. */
    KernelAnswers answers(boolean wasConnected) {
        return wasConnected ? ofConnected : ofUnconnected;
    }

    boolean isEmpty() {
        return open.seen() == 0;
    }

    long seen() {
        return open.seen();
    }

    long oldestAgeMillis() {
        return oldestAgeNanos < 0 ? -1 : oldestAgeNanos / 1_000_000;
    }

    /** A point for the history: scaled by the rates alone, as what was created and dropped is. */
    SitePoint point(long millis, RunningCounts running) {
        long lingering = open.scaled(GroupCounts::isLingering);
        return new SitePoint(millis, open.scaled(), lingering, running.created(), running.dropped());
    }

    AgedCounts aged(double[] shares) {
        return new AgedCounts(
                aged.estimated(shares),
                unchanged.estimated(GroupCounts::isDead, shares),
                agedHeld.estimated(shares),
                unchanged.estimated(SocketGroup.CLOSE_WAIT, shares),
                unchanged.estimated(SocketGroup.FIN_WAIT_ONE, shares)
                        + unchanged.estimated(SocketGroup.FIN_WAIT_TWO, shares),
                stale.estimated(shares));
    }

    SuspectCounts counts(double[] shares, RunningCounts running) {
        long all = open.estimated(shares);
        long unidentified = open.estimated(SocketGroup.UNIDENTIFIED, shares)
                + open.estimated(GroupCounts.UNLISTED, shares)
                + open.estimated(SocketGroup.UDP_UNBOUND, shares);
        return new SuspectCounts(
                all,
                unidentified,
                held.estimated(shares),
                byState(shares),
                running.dropped(),
                running.created(),
                running.scaled() || all != open.seen());
    }

    private Map<SocketGroup, Long> byState(double[] shares) {
        Map<SocketGroup, Long> byState = new EnumMap<>(SocketGroup.class);
        for (SocketGroup group : GROUPS) {
            byState.put(group, open.estimated(group, shares));
        }
        byState.merge(SocketGroup.UNIX, open.estimated(GroupCounts.UNCONNECTED, shares), Long::sum);
        byState.merge(SocketGroup.UNIDENTIFIED, open.estimated(GroupCounts.UNLISTED, shares), Long::sum);
        byState.values().removeIf(count -> count == 0);
        return byState;
    }

    /** What is wrong with those of no use. */
    Map<SuspectCause, Long> causes() {
        Map<SuspectCause, Long> all = new EnumMap<>(SuspectCause.class);
        all.putAll(causes);
        ofConnected.addTo(all);
        ofUnconnected.addTo(all);
        return all;
    }

    /** The most frequent remote ends. */
    Map<String, Long> endpoints(double scale) {
        Map<String, Long> most = new LinkedHashMap<>();
        endpoints.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, long[]>>comparingLong(each -> -each.getValue()[0])
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOLD_ENDPOINTS)
                .forEach(each -> most.put(each.getKey(), Math.round(each.getValue()[0] * scale)));
        return most;
    }
}
