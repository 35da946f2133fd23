package io.fdscope.leak;

/** What is wrong with a suspect's sockets, as most of them show it. */
public enum SuspectCause {
    NEVER_CONNECTED("neverConnected", "created, never connected nor bound, and not closed"),
    BOUND_ONLY("boundOnly", "bound but never connected, and not closed"),
    CONNECT_FAILED("connectFailed", "not closed after its connect had failed"),
    RESET("reset", "not closed after the connection was reset or timed out"),
    CONNECTION_OVER("connectionOver", "not closed after the connection was over"),
    CLOSE_WAIT("closeWait", "not closed after the remote end had closed"),
    HALF_CLOSED("halfClosed", "output shut down, but not closed"),
    HELD_AFTER_CLOSE("heldAfterClose", "closed in Java, but held by a selector that has not selected since"),
    ACCEPTED_NOT_CLOSED("acceptedNotClosed", "accepted, connected, more and more of them, and not closed"),
    CONNECTED_NOT_CLOSED("connectedNotClosed", "connected, more and more of them, and not closed"),
    LISTENING_NOT_CLOSED("listeningNotClosed", "listening, more and more of them, and not closed"),
    DATAGRAM_NOT_CLOSED("datagramNotClosed", "datagram sockets, more and more of them, and not closed"),
    UNIX_NOT_CLOSED("unixNotClosed", "unix-domain sockets, more and more of them, and not closed"),
    /** None is open now; the garbage collector closes what the program drops. */
    DROPPED("dropped", "dropped without close, and closed by the garbage collector"),
    UNKNOWN("unknown", "not closed");

    private final String label;
    private final String text;

    SuspectCause(String label, String text) {
        this.label = label;
        this.text = text;
    }

    /** Short name in camel case, for tools. */
    public String label() {
        return label;
    }

    /** For people; completes "sockets were …". */
    public String text() {
        return text;
    }
}
