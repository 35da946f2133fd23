package io.fdscope.origin;

import java.util.Optional;

/**
 * What the ledger knows of one open socket. Immutable.
 *
 * @param id from 1, in the order of creation, not reused
 * @param fd its number
 * @param epochMillis when it was created, milliseconds since 1970; may be one off, so it is not to be compared with
 * @param nanoTime the same moment on {@link System#nanoTime()}'s clock
 * @param threadName the thread that created it
 * @param site where; without frames where the creation was not among those sampled
 * @param attempt the last connect; empty where there was none
 * @param closedInJava whether Java has closed it, so that its descriptor is held without use
 */
public record Creation(
        long id,
        int fd,
        long epochMillis,
        long nanoTime,
        String threadName,
        CreationSite site,
        Optional<ConnectAttempt> attempt,
        boolean closedInJava) {
    /**
     * Whether it came later: what was seen under its number before was another.
     *
     * @param other a moment on {@link System#nanoTime()}'s clock
     */
    public boolean isLaterThan(long other) {
        return nanoTime - other > 0;
    }
}
