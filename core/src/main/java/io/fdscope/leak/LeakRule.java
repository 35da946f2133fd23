package io.fdscope.leak;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What makes a site a suspect, the strongest proof first. */
enum LeakRule {
    /** Nobody has use for a dead socket. */
    USELESS {
        @Override
        long sockets(SiteEvidence site) {
            return site.aged().useless();
        }

        @Override
        boolean holds(SiteEvidence site, LeakThresholds thresholds) {
            return sockets(site) >= thresholds.suspectCount();
        }

        @Override
        SuspectCause cause(SiteEvidence site) {
            return site.causes().entrySet().stream()
                    .max(Map.Entry.<SuspectCause, Long>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(SuspectCause.UNKNOWN);
        }
    },
    /**
     * Connections that the remote end has closed, or this end one direction of. A pool may keep some until it asks for them
     * next, or for as long as it keeps what is idle; but then it closes them. So they pile up, or stay for long.
     */
    LINGERING {
        @Override
        long sockets(SiteEvidence site) {
            return site.aged().lingering();
        }

        @Override
        boolean holds(SiteEvidence site, LeakThresholds thresholds) {
            return sockets(site) >= thresholds.suspectCount()
                    && (pileUp(site, thresholds) || site.aged().stale() >= thresholds.suspectCount());
        }

        private boolean pileUp(SiteEvidence site, LeakThresholds thresholds) {
            return site.isTraced() && SteadyGrowth.ofLingering(site, thresholds).holds();
        }

        @Override
        SuspectCause cause(SiteEvidence site) {
            AgedCounts aged = site.aged();
            return aged.closeWait() >= aged.halfClosed() ? SuspectCause.CLOSE_WAIT : SuspectCause.HALF_CLOSED;
        }
    },
    /** More and more live ones. */
    GROWING {
        @Override
        long sockets(SiteEvidence site) {
            return site.counts().open();
        }

        @Override
        boolean holds(SiteEvidence site, LeakThresholds thresholds) {
            return site.isTraced()
                    && site.aged().open() >= thresholds.suspectCount()
                    && SteadyGrowth.ofOpen(site, thresholds).holds();
        }

        @Override
        SuspectCause cause(SiteEvidence site) {
            return switch (site.site().openedBy()) {
                case SOCKET -> SuspectCause.CONNECTED_NOT_CLOSED;
                case SERVER_SOCKET -> SuspectCause.LISTENING_NOT_CLOSED;
                case ACCEPT -> SuspectCause.ACCEPTED_NOT_CLOSED;
                case DATAGRAM -> SuspectCause.DATAGRAM_NOT_CLOSED;
                case UNIX, UNIX_ACCEPT -> SuspectCause.UNIX_NOT_CLOSED;
            };
        }
    },
    /** The garbage collector closes what the program forgets, and none is open where it keeps up. */
    DROPPED {
        @Override
        long sockets(SiteEvidence site) {
            return site.counts().open();
        }

        @Override
        boolean holds(SiteEvidence site, LeakThresholds thresholds) {
            long start = site.now().millis() - QUIET * thresholds.ageMillis();
            long before = site.history().stream()
                    .filter(point -> point.millis() <= start)
                    .mapToLong(SitePoint::dropped)
                    .max()
                    .orElse(0);
            return site.now().dropped() - before >= thresholds.suspectCount();
        }

        @Override
        SuspectCause cause(SiteEvidence site) {
            return SuspectCause.DROPPED;
        }
    };

    /** In suspectAges: how long half-closed ones may stay. */
    static final long LONG = 10;
    /** In suspectAges: how long live ones may stay as many as they are, or none be dropped, until that is no leak. */
    static final long QUIET = 60;

    /**
     * Which of two that hold is told: the one about more sockets. Growth is about those only that nothing else is wrong
     * with; drops are told where that is all there is.
     */
    final long weight(SiteEvidence site) {
        return switch (this) {
            case USELESS, LINGERING -> sockets(site);
            case GROWING -> sockets(site) - site.aged().useless() - site.aged().lingering();
            case DROPPED -> Long.MIN_VALUE;
        };
    }

    /** The rule of a name; a newer version may have others. */
    static Optional<LeakRule> named(String name) {
        return Arrays.stream(values()).filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** How many sockets it is about. */
    abstract long sockets(SiteEvidence site);

    abstract boolean holds(SiteEvidence site, LeakThresholds thresholds);

    abstract SuspectCause cause(SiteEvidence site);
}
