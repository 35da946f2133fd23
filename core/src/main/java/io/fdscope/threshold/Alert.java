package io.fdscope.threshold;

import io.fdscope.sample.Sample;

/**
 * A change of level.
 *
 * @param level the new one; {@link AlertLevel#NORMAL} says that it is over
 * @param previous the one before
 * @param sample what made the difference
 */
public record Alert(AlertLevel level, AlertLevel previous, Sample sample) {}
