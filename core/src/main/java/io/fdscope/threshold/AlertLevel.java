package io.fdscope.threshold;

/** How bad it is. */
public enum AlertLevel {
    /** Below every threshold. */
    NORMAL("recovered"),
    WARN("warn"),
    CRITICAL("critical");

    private final String label;

    AlertLevel(String label) {
        this.label = label;
    }

    /** Name of the change to this level, in events and notifications. */
    public String label() {
        return label;
    }
}
