package io.fdscope.sample;

/**
 * One point of the history.
 *
 * @param epochMillis milliseconds since 1970
 * @param openCount descriptors the kernel counts; −1 is unknown
 * @param socketCount sockets as of the last scan; −1 is unknown
 * @param unidentifiedCount unidentified sockets as of the last scan; −1 is unknown
 */
public record TimelinePoint(long epochMillis, long openCount, long socketCount, long unidentifiedCount) {}
