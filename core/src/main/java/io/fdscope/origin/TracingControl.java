package io.fdscope.origin;

import java.util.List;

/** Switches the tracing of this process, and says how complete it is. Safe from any thread. */
public interface TracingControl {
    /** This fdscope cannot trace: it came as a library, or this version of the JDK keeps it out. */
    TracingControl NONE = new TracingControl() {
        @Override
        public int activeHooks() {
            return 0;
        }

        @Override
        public List<String> missingHooks() {
            return List.of();
        }

        @Override
        public boolean isEnabled() {
            return false;
        }

        @Override
        public void enable() {
            throw new UnsupportedOperationException(
                    "the creation of sockets cannot be traced here: that takes the agent");
        }

        @Override
        public void disable() {}
    };

    /** Tracing points in place; 0 while switched off. */
    int activeHooks();

    /** Names of those that this JDK lacks. */
    List<String> missingHooks();

    /** How many of these are places to trace; the others are of no account for what is known of sockets. */
    default int missingPlaces() {
        return missingHooks().size();
    }

    /** Whether creations are traced now. */
    boolean isEnabled();

    /**
     * Traces from now on. Does nothing where it does already.
     *
     * @throws UnsupportedOperationException if it cannot, with one line that says why
     */
    void enable();

    /** Takes the tracing points out of the JDK again. Does nothing where there are none. */
    void disable();
}
