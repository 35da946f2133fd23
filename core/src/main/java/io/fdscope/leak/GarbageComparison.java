package io.fdscope.leak;

/**
 * What one full garbage collection closed.
 *
 * @param before the verdict before it
 * @param after the verdict after it, a second or so later; the same site has equal frames in both
 * @param collected whether there was one: a JVM may be told to ignore requests
 */
public record GarbageComparison(Verdict before, Verdict after, boolean collected) {}
