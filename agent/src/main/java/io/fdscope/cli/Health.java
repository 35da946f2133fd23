package io.fdscope.cli;

import io.fdscope.row.Row;
import java.util.List;
import java.util.Map;

/**
 * One reading, and who leaks by it.
 *
 * @param status the figures
 * @param suspects with the names that the MXBean's leakSuspects has, those cleared as well; none where we may not ask for
 *     them
 */
record Health(Status status, List<Row> suspects) {
    /** Nothing could be read. */
    static final Health NONE = new Health(new Status("", "", false, "", Map.of(), Map.of()), List.of());

    /** Copies. */
    Health {
        suspects = List.copyOf(suspects);
    }

    /** The suspects that stand. */
    List<Row> standing() {
        return suspects.stream()
                .filter(suspect -> suspect.text("state").equals("standing"))
                .toList();
    }

    /** How many stand, whether we may see who they are or not. */
    long standingCount() {
        return Math.max(standing().size(), status.count("leakSuspectCount"));
    }
}
