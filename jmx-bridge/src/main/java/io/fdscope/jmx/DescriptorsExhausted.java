package io.fdscope.jmx;

import io.fdscope.threshold.Exhaustion;

/** The moment when no descriptor is left, as a JMX client sees it. */
public final class DescriptorsExhausted {
    private final Exhaustion exhaustion;

    DescriptorsExhausted(Exhaustion exhaustion) {
        this.exhaustion = exhaustion;
    }

    /** What a socket call of the JDK failed with; empty where the counts alone show it. */
    public String getFailure() {
        return exhaustion.failure();
    }

    /** Open descriptors, as the kernel counts them. */
    public long getOpenCount() {
        return exhaustion.sample().reading().openCount();
    }

    /** The limit in force. */
    public long getSoftLimit() {
        return exhaustion.sample().reading().limits().soft();
    }
}
