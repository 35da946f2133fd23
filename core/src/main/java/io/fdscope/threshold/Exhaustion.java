package io.fdscope.threshold;

import io.fdscope.sample.Sample;

/**
 * No descriptor was left.
 *
 * @param failure what a socket call of the JDK failed with; empty where the counts alone show it
 * @param sample the first one since
 */
public record Exhaustion(String failure, Sample sample) {}
