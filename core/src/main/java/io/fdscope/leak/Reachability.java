package io.fdscope.leak;

/** Whether the program still refers to a suspect's sockets. */
public enum Reachability {
    UNKNOWN("unknown"),
    /** It does, or it uses a kind that no garbage collection closes: channels, and what a selector knows. */
    HELD("held"),
    PARTLY_DROPPED("partlyDropped"),
    /** It does not: a garbage collection closes them. */
    DROPPED("dropped");

    private final String label;

    Reachability(String label) {
        this.label = label;
    }

    /**
     * What is known of a suspect without a garbage collection of our own: some have been closed by one. Of those that are
     * open that proves nothing.
     */
    public static Reachability of(Suspect suspect) {
        SuspectCounts counts = suspect.counts();
        if (counts.droppedWithoutClose() <= 0) {
            return UNKNOWN;
        }
        return counts.open() > 0 ? PARTLY_DROPPED : DROPPED;
    }

    /** Short name in camel case, for tools. */
    public String label() {
        return label;
    }
}
