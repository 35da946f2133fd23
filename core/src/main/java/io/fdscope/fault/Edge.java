package io.fdscope.fault;

/** The places where our code meets the host: what fails inside goes no further than here. */
public enum Edge {
    START("start"),
    SAMPLING("sampling"),
    SINK("sink"),
    JFR("jfr"),
    JMX("jmx"),
    /** The reading of a Micrometer meter. */
    METER("meter"),
    BLACK_BOX("blackbox"),
    /** Inside a method of the JDK, on a thread of the application. */
    HOOK("hook"),
    /** Inside a method of the flight recorder, or after it has been helped out. */
    GUARD("jfrguard"),
    /** A recording could not be written: whoever found out has said so. */
    DUMP("dump");

    private final String label;

    Edge(String label) {
        this.label = label;
    }

    /** Short lower-case name, as shown in JMX and in the MonitorFault event. */
    public String label() {
        return label;
    }
}
