package io.fdscope.cli;

/** A place that a verdict can be read from. */
@FunctionalInterface
interface VerdictReader {
    /**
     * Reads it.
     *
     * @throws UserError where there is none, with what to do about it
     */
    Explanation explain() throws UserError;
}
