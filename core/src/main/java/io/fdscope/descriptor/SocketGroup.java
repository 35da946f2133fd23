package io.fdscope.descriptor;

/**
 * The socket counts that JMX and JFR publish: one per TCP state, and a few for the rest. Without {@link #UDP_UNBOUND}, which
 * is a part of {@link #UNIDENTIFIED}, they add up to all sockets.
 */
public enum SocketGroup {
    ESTABLISHED("established"),
    SYN_SENT("synSent"),
    SYN_RECEIVED("synReceived"),
    FIN_WAIT_ONE("finWaitOne"),
    FIN_WAIT_TWO("finWaitTwo"),
    TIME_WAIT("timeWait"),
    CLOSE("close"),
    CLOSE_WAIT("closeWait"),
    LAST_ACK("lastAck"),
    LISTEN("listen"),
    CLOSING("closing"),
    NEW_SYN_RECEIVED("newSynReceived"),
    UDP_BOUND("udpBound"),
    /** Those that a probe can tell from the other unidentified sockets. */
    UDP_UNBOUND("udpUnbound"),
    UNIX("unixSockets"),
    OTHER("otherSockets"),
    /** In none of the kernel's tables, unbound UDP sockets included: the same whichever probe answers. */
    UNIDENTIFIED("unidentifiedSocketCount");

    private final String label;

    SocketGroup(String label) {
        this.label = label;
    }

    /** Key in the JMX map and field of the SocketStates event. */
    public String label() {
        return label;
    }
}
