package io.fdscope.leak;

/** Where a suspect is in its life. */
public enum SuspectState {
    /** Stands. */
    STANDING("standing"),
    /** Has recovered: its sockets have been closed. */
    CLEARED("cleared");

    private final String label;

    SuspectState(String label) {
        this.label = label;
    }

    /** Lower-case name. */
    public String label() {
        return label;
    }
}
