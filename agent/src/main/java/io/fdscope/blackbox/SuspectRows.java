package io.fdscope.blackbox;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.leak.Reachability;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.Verdict;
import io.fdscope.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The suspects of a verdict as rows, with the names that the MXBean's leakSuspects has. */
final class SuspectRows {
    private SuspectRows() {}

    static List<Row> of(Verdict verdict) {
        return verdict.suspects().stream().map(SuspectRows::row).toList();
    }

    private static Row row(Suspect suspect) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("creationSite", suspect.site().name());
        values.put("creationThread", suspect.threadName());
        values.put("openedBy", suspect.site().openedBy().label());
        values.put("state", suspect.state().label());
        values.put("cause", suspect.cause().text());
        values.put("causeName", suspect.cause().label());
        values.put("reachability", Reachability.of(suspect).label());
        addCounts(values, suspect.counts());
        values.put("oldestAgeMillis", suspect.oldestAgeMillis());
        values.put("growthPerMinute", suspect.growthPerMinute());
        values.put("endpoints", suspect.endpoints());
        values.put("stack", suspect.site().stackText().lines().toList());
        values.put("closingStack", suspect.closingStack().lines().toList());
        return new Row(values);
    }

    private static void addCounts(Map<String, Object> values, SuspectCounts counts) {
        values.put("openCount", counts.open());
        values.put("unidentifiedSocketCount", counts.unidentified());
        values.put("heldAfterCloseCount", counts.heldAfterClose());
        values.put("droppedWithoutCloseCount", counts.droppedWithoutClose());
        values.put("createdCount", counts.created());
        values.put("estimated", counts.estimated());
        Map<String, Long> byState = new LinkedHashMap<>();
        for (SocketGroup group : SocketGroup.values()) {
            if (counts.byState().containsKey(group)) {
                byState.put(group.label(), counts.byState().get(group));
            }
        }
        values.put("countByState", byState);
    }
}
