package io.fdscope.descriptor;

import java.util.Optional;

/**
 * Completes single rows of a table with what a scan does not read of every descriptor: addresses and the cause hint, asked
 * of the kernel now. Safe from any thread; never waits for a scan.
 */
@FunctionalInterface
public interface RowDetails {
    /** Knows no more than the table. */
    RowDetails NONE = Optional::of;

    /**
     * Completes one row.
     *
     * @return of a socket, its state as of this moment, so that whoever has chosen the row by its state chooses again; the
     *     row itself where it is no socket, or nothing more is known; empty where it was a socket and has been closed since,
     *     whether or not something else has taken its number
     */
    Optional<Descriptor> of(Descriptor row);
}
