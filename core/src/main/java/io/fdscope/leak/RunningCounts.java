package io.fdscope.leak;

import io.fdscope.origin.TracedSite;

/**
 * What the ledger has counted for a site since tracing began.
 *
 * @param sampledDrops of those dropped, how many it has seen itself
 * @param scaled whether any of it is scaled up from a sample
 */
record RunningCounts(long created, long dropped, long sampledDrops, boolean scaled) {
    static final RunningCounts NONE = new RunningCounts(0, 0, 0, false);

    static RunningCounts of(TracedSite site) {
        return new RunningCounts(site.created(), site.droppedWithoutClose(), site.sampledDrops(), site.isScaled());
    }
}
