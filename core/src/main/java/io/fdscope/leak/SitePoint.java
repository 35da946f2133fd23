package io.fdscope.leak;

/**
 * One point of a site's history. Counts of sampled creations are scaled up by the rate at which each was sampled.
 *
 * @param millis time, from any origin, the same for all points
 * @param open open sockets of the site
 * @param lingering of these, in CLOSE_WAIT, FIN_WAIT1 or FIN_WAIT2
 * @param created sockets of the site that lived long enough to be seen, since tracing began
 * @param dropped sockets of the site that the garbage collector closed, since tracing began
 */
public record SitePoint(long millis, long open, long lingering, long created, long dropped) {}
