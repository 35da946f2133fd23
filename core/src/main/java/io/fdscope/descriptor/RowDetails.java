package io.fdscope.descriptor;

/**
 * Completes single rows of a table with what a scan does not read of every descriptor: addresses and the cause hint, asked
 * of the kernel now. Safe from any thread; never waits for a scan.
 */
@FunctionalInterface
public interface RowDetails {
    /** Knows no more than the table. */
    RowDetails NONE = row -> row;

    /**
     * Completes one row.
     *
     * @return the row itself where it is no socket, has been closed since, or nothing more is known; where another socket
     *     has taken its number since, that one, as old as this moment
     */
    Descriptor of(Descriptor row);
}
