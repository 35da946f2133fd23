package io.fdscope.monitor;

import io.fdscope.guard.JfrGuard;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a monitor starts from, and takes over.
 *
 * @param origin how it got here
 * @param claim the right to watch, given back at the end, or at once where it cannot be started
 * @param tracing under way already where there is to be any, and ended with the monitor
 * @param guard of the flight recorder, on already where it is to be, and ended with the monitor
 * @param complaints where what goes wrong ends
 */
public record Footing(Origin origin, Claim claim, Tracing tracing, JfrGuard guard, Complaints complaints)
        implements AutoCloseable {
    /** Of the application's own code. */
    static Footing ofLibrary(Claim claim) {
        Complaints complaints = Complaints.toConsole();
        return of(Origin.LIBRARY, claim, Optional.empty(), complaints);
    }

    /** Of an agent; nothing is traced or guarded yet. */
    public static Footing ofAgent(Path jar, Claim claim, Instrumentation instrumentation) {
        Complaints complaints = Complaints.toConsole();
        return of(Origin.agent(jar, instrumentation), claim, Optional.of(instrumentation), complaints);
    }

    private static Footing of(
            Origin origin, Claim claim, Optional<Instrumentation> instrumentation, Complaints complaints) {
        Tracing tracing = new Tracing(instrumentation, complaints);
        JfrGuard guard = new JfrGuard(instrumentation, complaints.faults(), complaints.announcer());
        return new Footing(origin, claim, tracing, guard, complaints);
    }

    /** Gives all of it back, the claim last. Does nothing the second time. */
    @Override
    public void close() {
        guard.close();
        tracing.close();
        claim.close();
    }
}
