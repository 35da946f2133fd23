package io.fdscope.origin;

import java.util.Optional;

/**
 * What the ledger knows of one open socket. Immutable.
 *
 * @param id from 1, in the order of creation, not reused
 * @param fd its number
 * @param epochMillis when it was created, milliseconds since 1970
 * @param threadName the thread that created it
 * @param site where; without frames where the creation was not among those sampled
 * @param attempt the last connect; empty where there was none
 * @param closedInJava whether Java has closed it, so that its descriptor is held without use
 */
public record Creation(
        long id,
        int fd,
        long epochMillis,
        String threadName,
        CreationSite site,
        Optional<ConnectAttempt> attempt,
        boolean closedInJava) {}
