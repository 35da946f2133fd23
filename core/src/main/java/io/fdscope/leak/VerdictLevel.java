package io.fdscope.leak;

/** Where the process as a whole is going. */
public enum VerdictLevel {
    /** Too little has been seen. */
    UNKNOWN("unknown"),
    /** No growth, no suspect. */
    STABLE("stable"),
    /** It grows, or a suspect stands. */
    GROWING("growing"),
    /** Full, above the critical threshold while it grows or a suspect stands, or forecast to be full within ten minutes. */
    EXHAUSTING("exhausting");

    private final String label;

    VerdictLevel(String label) {
        this.label = label;
    }

    /** Lower-case name. */
    public String label() {
        return label;
    }
}
