package io.fdscope.jmc.rules;

/** What a page has to name for the results of the rules to be attached to it. */
public final class Topics {
    /** How many descriptors are open, and who leaks them. */
    public static final String DESCRIPTORS = "io.fdscope.jmc.topic.descriptors";
    /** Unidentified sockets. */
    public static final String UNIDENTIFIED_SOCKETS = "io.fdscope.jmc.topic.unidentifiedSockets";
    /** States of sockets. */
    public static final String SOCKET_STATES = "io.fdscope.jmc.topic.socketStates";
    /** Connects by endpoint. */
    public static final String CONNECTS = "io.fdscope.jmc.topic.connects";
    /** The kernel and the system as a whole. */
    public static final String SYSTEM = "io.fdscope.jmc.topic.system";

    private Topics() {}
}
