/**
 * What fdscope costs. JMH for the count and the steady scan by themselves; {@link io.fdscope.bench.ScanHost} for {@code
 * bench/run}, which holds them against other ways of looking at the same descriptors; {@link
 * io.fdscope.bench.SocketHost} and {@link io.fdscope.bench.HolderHost} for JVMs with an agent in them, driven by {@code
 * bench/tracing}, {@code bench/footprint} and {@code bench/scaling}.
 */
package io.fdscope.bench;
