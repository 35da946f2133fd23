package io.fdscope.blackbox;

import io.fdscope.row.Row;
import io.fdscope.sample.TimelinePoint;
import java.util.List;
import java.util.Map;

/**
 * What a black box says.
 *
 * @param pid the process, as it knows itself (inside a container: the number there)
 * @param startEpochMillis when that process started, milliseconds since 1970; 0 is unknown
 * @param startTicks the same in clock ticks since the start of the machine, which no setting of the clock changes; 0 is
 *     unknown, as an older version leaves it
 * @param endedInOrder whether the process said that it ends
 * @param torn whether a write was under way all the time while reading: it died, or was stopped, in the middle of it, and
 *     the figures may be of two moments
 * @param faults failures of fdscope itself
 * @param figures by name, in the order of the file
 * @param timeline the latest readings, oldest first, up to 600
 * @param facts short texts by name
 * @param verdict for people; empty before the first, and where an older version wrote the file
 * @param suspects the same for tools, with the names that the MXBean's leakSuspects has; the ends of deep
 *     stacks may be missing, and are told as {@code … 12 more}
 * @param suspectsLeftOut for how many more suspects there was no room
 */
public record BlackBox(
        long pid,
        long startEpochMillis,
        long startTicks,
        boolean endedInOrder,
        boolean torn,
        long faults,
        Map<String, Number> figures,
        List<TimelinePoint> timeline,
        Map<String, String> facts,
        String verdict,
        List<Row> suspects,
        long suspectsLeftOut) {}
