package io.fdscope.descriptor;

/**
 * A hint at how a socket came to be as it is, from what the kernel still knows of it: state, local port, bytes, and
 * whether an error waits to be read. Only as much is said as that proves.
 */
public enum Cause {
    /** Nothing hints at it. */
    UNKNOWN(""),
    NEVER_CONNECTED_NOR_BOUND("never connected nor bound"),
    CONNECT_FAILED("connect failed, its error not read yet"),
    /** Port and no bytes; also one that was accepted and reset before any data. */
    CONNECT_FAILED_OR_BOUND_ONLY("connect failed, or bound only"),
    RESET("was connected, then reset or timed out, the error not read yet"),
    CLOSED_AFTER_SHUTDOWN("was connected; this side ended its direction, then the other closed or reset"),
    RESET_OR_CLOSED("was connected: reset, timed out, or closed by both sides"),
    /** An error waits, and the probe cannot read byte counters. */
    CONNECT_FAILED_OR_RESET("connect failed, or was reset or timed out, the error not read yet"),
    /** There is a port, and the probe cannot read byte counters. */
    BOUND_ONCE("bound only, connect failed, reset, timed out, or closed by both sides"),
    HALF_CLOSED("half-closed: one side has ended its direction"),
    OTHER_NAMESPACE("belongs to another network namespace"),
    NEVER_BOUND("never bound"),
    NOT_LISTED("of a kind that no kernel table lists");

    private final String text;

    Cause(String text) {
        this.text = text;
    }

    /** For people; empty for {@link #UNKNOWN}. */
    public String text() {
        return text;
    }
}
