package io.fdscope.cli;

/** A place that figures and suspects can be read from, at once. */
@FunctionalInterface
interface HealthSource {
    /**
     * Reads them.
     *
     * @throws UserError where there are none, with what to do about it
     */
    Health health() throws UserError;
}
