package io.fdscope.recording;

import io.fdscope.event.FieldNames;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectMemory;
import io.fdscope.leak.SuspectState;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What does not change from scan to scan: an event {@code io.fdscope.CreationSite}.
 *
 * @param scanNumber the scan that it was written with
 * @param number the site's, in this recording
 * @param site the place itself
 * @param closingStack where Java closed those held after close; empty where none was
 * @param history up to that scan
 * @param memory what was remembered of it as a suspect, after that scan; empty where it was none
 */
record RecordedSite(
        long scanNumber,
        long number,
        CreationSite site,
        String closingStack,
        List<SitePoint> history,
        Optional<SuspectMemory> memory) {
    static RecordedSite of(EventValues event) {
        return new RecordedSite(
                event.number(FieldNames.SCAN_NUMBER),
                event.number(FieldNames.SITE_NUMBER),
                site(event),
                event.text(FieldNames.CLOSING_STACK_TEXT),
                HistoryText.read(event.text(FieldNames.HISTORY)),
                memory(event));
    }

    private static CreationSite site(EventValues event) {
        List<StackTraceElement> frames = StackText.read(event.text(FieldNames.STACK_TEXT));
        long head = Math.max(0, event.number(FieldNames.NAMED_FRAME));
        return new CreationSite(openedBy(event.text(FieldNames.OPENED_BY)), frames, (int)
                Math.min(head, Math.max(0, frames.size() - 1)));
    }

    /** A socket of a kind that only a newer version knows is a socket. */
    static OpenedBy openedBy(String label) {
        return Arrays.stream(OpenedBy.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElse(OpenedBy.SOCKET);
    }

    private static Optional<SuspectMemory> memory(EventValues event) {
        String label = event.text(FieldNames.SUSPECT_STATE);
        return Arrays.stream(SuspectState.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .map(state -> new SuspectMemory(
                        state,
                        event.text(FieldNames.SUSPECT_RULE),
                        cause(event.text(FieldNames.CAUSE)),
                        event.number(FieldNames.PEAK_COUNT),
                        event.number(FieldNames.HELD_MOMENT),
                        event.number(FieldNames.CLEARED_MOMENT)));
    }

    static SuspectCause cause(String label) {
        return Arrays.stream(SuspectCause.values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElse(SuspectCause.UNKNOWN);
    }
}
