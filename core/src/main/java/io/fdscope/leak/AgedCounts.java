package io.fdscope.leak;

/**
 * Sockets of a site that have been as they are for as long as it takes to be suspicious. Estimated where creations are
 * sampled.
 *
 * @param open open, whatever their state
 * @param dead of no use to anybody: a connection that is over or never was, or unix-domain and never connected
 * @param heldAfterClose closed in Java and still held; those count nowhere else but as open
 * @param closeWait closed by the remote end only
 * @param halfClosed closed in one direction by this end, and by the remote end not at all
 * @param stale of the last two, those that have been so for ten times as long
 */
public record AgedCounts(long open, long dead, long heldAfterClose, long closeWait, long halfClosed, long stale) {
    /** No socket is old enough. */
    public static final AgedCounts NONE = new AgedCounts(0, 0, 0, 0, 0, 0);

    /** Of no use any more, to this program or the remote end. */
    long useless() {
        return dead + heldAfterClose;
    }

    /** Half of a connection is over. */
    long lingering() {
        return closeWait + halfClosed;
    }
}
