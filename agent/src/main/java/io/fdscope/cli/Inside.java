package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.List;

/** What only the process itself can tell or do. */
interface Inside {
    /**
     * Has it scan, and lists descriptors.
     *
     * @param filter a kind, protocol or state; empty for all
     * @param limit the most rows
     * @throws UserError where it cannot be asked, or refuses
     */
    List<Row> descriptors(String filter, int limit) throws UserError;

    /**
     * Has it do a full garbage collection and compare.
     *
     * @return the whole, with a {@code text} for people, and then one row for each suspect
     * @throws UserError where it cannot be asked, or refuses
     */
    List<Row> collectGarbage() throws UserError;
}
