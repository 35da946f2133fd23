package io.fdscope.blackbox;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.leak.Reachability;
import io.fdscope.leak.Suspect;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.leak.Verdict;
import io.fdscope.row.Row;
import io.fdscope.row.RowText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The suspects of a verdict as rows, with the names that the MXBean's leakSuspects has.
 *
 * @param text rows as in {@link RowText}
 * @param leftOut how many suspects, the last ones, are not among them
 */
record SuspectRows(String text, int leftOut) {
    static final SuspectRows NONE = new SuspectRows("", 0);

    private static final int WHOLE = Integer.MAX_VALUE;
    private static final int MOST_FRAMES = 100; // the ledger keeps no more

    /**
     * As much as there is room for: where it is short, every stack is cut to the same depth; where the suspects do not fit
     * even without stacks, the last ones are left out.
     *
     * @param mostBytes of UTF-8
     */
    static SuspectRows fitting(Verdict verdict, int mostBytes) {
        List<Suspect> suspects = verdict.suspects();
        String text = text(suspects, WHOLE);
        for (int frames = MOST_FRAMES; frames > 0 && bytes(text) > mostBytes; ) {
            frames = frames * 3 / 4;
            text = text(suspects, frames);
        }
        return bytes(text) <= mostBytes ? new SuspectRows(text, 0) : first(suspects, mostBytes);
    }

    private static SuspectRows first(List<Suspect> suspects, int mostBytes) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        int left = mostBytes;
        for (; shown < suspects.size(); shown++) {
            String row = text(suspects.subList(shown, shown + 1), 0);
            left -= bytes(row);
            if (left < 0) {
                break;
            }
            text.append(row);
        }
        return new SuspectRows(text.toString(), suspects.size() - shown);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String text(List<Suspect> suspects, int frames) {
        return RowText.write(
                suspects.stream().map(suspect -> row(suspect, frames)).toList());
    }

    private static List<String> stack(String text, int frames) {
        List<String> whole = text.lines().toList();
        if (whole.size() <= frames) {
            return whole;
        }
        List<String> cut = new ArrayList<>(whole.subList(0, frames));
        cut.add("… " + (whole.size() - frames) + " more");
        return cut;
    }

    private static Row row(Suspect suspect, int frames) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("creationSite", suspect.site().name());
        values.put("creationThread", suspect.threadName());
        values.put("openedBy", suspect.site().openedBy().label());
        values.put("state", suspect.state().label());
        values.put("cause", suspect.cause().text());
        values.put("causeName", suspect.cause().label());
        values.put("reachability", Reachability.of(suspect).label());
        values.put("concernedCount", suspect.involved());
        addCounts(values, suspect.counts());
        values.put("oldestAgeMillis", suspect.oldestAgeMillis());
        values.put("growthPerMinute", suspect.growthPerMinute());
        values.put("endpoints", suspect.endpoints());
        values.put("stack", stack(suspect.site().stackText(), frames));
        values.put("closingStack", stack(suspect.closingStack(), frames));
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
