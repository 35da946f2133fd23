package io.fdscope.examples.matrix;

import java.util.List;
import javax.management.openmbean.CompositeData;

/**
 * A row of {@code leakSuspects}, as a client reads it who has none of our classes.
 *
 * @param site the frame that is blamed
 * @param stack the creating stack, innermost frame first
 * @param cause label of SuspectCause
 * @param state {@code standing} or {@code cleared}
 * @param open sockets open now
 * @param held of these, closed in Java
 * @param dropped closed by the garbage collector's Cleaner
 * @param closingStack where those held were closed
 */
record SuspectRow(
        String site,
        List<String> stack,
        String cause,
        String state,
        long open,
        long held,
        long dropped,
        List<String> closingStack) {
    static SuspectRow of(CompositeData row) {
        return new SuspectRow(
                (String) row.get("creationSite"),
                List.of((String[]) row.get("stack")),
                (String) row.get("causeName"),
                (String) row.get("state"),
                (long) row.get("openCount"),
                (long) row.get("heldAfterCloseCount"),
                (long) row.get("droppedWithoutCloseCount"),
                List.of((String[]) row.get("closingStack")));
    }
}
