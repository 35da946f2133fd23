package io.fdscope.cli;

import io.fdscope.top.Glance;

/** Where the live view gets what it shows. */
interface GlanceSource extends AutoCloseable {
    /**
     * Reads the process.
     *
     * @throws UserError where it cannot be read, with the reason; it may be tried again
     */
    Glance look() throws UserError;

    @Override
    void close();
}
