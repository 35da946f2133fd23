package io.fdscope.order;

/** What can be ordered. */
public enum Verb {
    /** Starts watching, or changes options where that is done already; the text is the agent's options. */
    START,
    /** Lists descriptors after a scan; the text is a limit, a blank and a filter. Answers with rows. */
    DESCRIPTORS,
    /** Does a full garbage collection, and compares. Answers with rows, the first for the whole. */
    COLLECT_GARBAGE,
    /** Of a version that is not ours. */
    UNKNOWN
}
