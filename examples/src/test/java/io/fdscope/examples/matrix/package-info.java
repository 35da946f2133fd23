/**
 * The proof: every program of {@code org.example}, in a JVM of its own with the agent in it, and what the verdict says of
 * it.
 */
package io.fdscope.examples.matrix;
