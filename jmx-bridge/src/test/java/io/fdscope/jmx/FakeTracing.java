package io.fdscope.jmx;

import io.fdscope.origin.TracingControl;
import java.util.List;

/** Tracing that is on or off, and knows a JDK where one hook has no place. */
final class FakeTracing implements TracingControl {
    private boolean enabled;

    @Override
    public int activeHooks() {
        return enabled ? 21 : 0;
    }

    @Override
    public List<String> missingHooks() {
        return List.of("accept of async unix");
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void enable() {
        enabled = true;
    }

    @Override
    public void disable() {
        enabled = false;
    }
}
