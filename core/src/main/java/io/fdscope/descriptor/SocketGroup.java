package io.fdscope.descriptor;

/** The socket counts that JMX and JFR publish: one per TCP state, and a few for the rest. They add up to all sockets. */
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
    UDP_UNBOUND("udpUnbound"),
    UNIX("unixSockets"),
    OTHER("otherSockets"),
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
