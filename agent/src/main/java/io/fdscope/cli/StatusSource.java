package io.fdscope.cli;

/** A place that a status can be read from. */
@FunctionalInterface
interface StatusSource {
    /**
     * Reads it.
     *
     * @throws UserError where there is none, with what to do about it
     */
    Status read() throws UserError;
}
