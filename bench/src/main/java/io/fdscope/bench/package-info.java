/**
 * What fdscope costs. JMH for the count and the steady scan by themselves; {@link io.fdscope.bench.ScanHost} for {@code
 * bench/run}, which holds them against other ways of looking at the same descriptors.
 */
package io.fdscope.bench;
