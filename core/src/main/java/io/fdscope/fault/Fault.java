package io.fdscope.fault;

/**
 * The first failure of one kind.
 *
 * @param kind edge and exception class, {@code sampling: java.io.IOException}
 * @param edge where it was stopped
 * @param description exception with its message and the frame it came from, one line
 * @param epochMillis when it happened, milliseconds since 1970
 */
public record Fault(String kind, Edge edge, String description, long epochMillis) {}
