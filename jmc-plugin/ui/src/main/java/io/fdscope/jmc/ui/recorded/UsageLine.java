package io.fdscope.jmc.ui.recorded;

import io.fdscope.event.FieldNames;

/** The lines of the chart, in the order in which they are named. */
public enum UsageLine {
    OPEN(FieldNames.OPEN_COUNT, "Open"),
    SOFT_LIMIT(FieldNames.SOFT_LIMIT, "Soft limit"),
    UNIDENTIFIED(FieldNames.UNIDENTIFIED_SOCKET_COUNT, "Unidentified sockets"),
    HELD_AFTER_CLOSE(FieldNames.HELD_AFTER_CLOSE_COUNT, "Held after close");

    private final String field;
    private final String label;

    UsageLine(String field, String label) {
        this.field = field;
        this.label = label;
    }

    String field() {
        return field;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
