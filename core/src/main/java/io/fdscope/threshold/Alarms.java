package io.fdscope.threshold;

/**
 * What tells when descriptors run short. Both are sinks of the sampler.
 *
 * @param alerts of each change of level
 * @param exhaustion of the moment when none is left
 */
public record Alarms(AlertMonitor alerts, ExhaustionWatch exhaustion) {}
