package io.fdscope.monitor;

import io.fdscope.guard.JfrGuard;
import io.fdscope.origin.TracingControl;
import java.util.ArrayList;
import java.util.List;

/**
 * Tracing as users see it: among what this JDK lacks are the hooks of the flight recorder's guard.
 *
 * @param tracing is switched
 * @param guard only tells what it lacks
 */
record AllHooks(TracingControl tracing, JfrGuard guard) implements TracingControl {
    @Override
    public int activeHooks() {
        return tracing.activeHooks();
    }

    @Override
    public List<String> missingHooks() {
        List<String> missing = new ArrayList<>(tracing.missingHooks());
        missing.addAll(guard.missingHooks());
        return missing;
    }

    @Override
    public int missingPlaces() {
        return tracing.missingPlaces();
    }

    @Override
    public boolean isEnabled() {
        return tracing.isEnabled();
    }

    @Override
    public void enable() {
        tracing.enable();
    }

    @Override
    public void disable() {
        tracing.disable();
    }
}
