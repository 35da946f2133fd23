package io.fdscope.monitor;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a monitor starts from, and takes over.
 *
 * @param origin how it got here
 * @param claim the right to watch, given back at the end, or at once where it cannot be started
 * @param tracing under way already where there is to be any, and ended with the monitor
 * @param complaints where what goes wrong ends
 */
public record Footing(Origin origin, Claim claim, Tracing tracing, Complaints complaints) implements AutoCloseable {
    /** Of the application's own code. */
    static Footing ofLibrary(Claim claim) {
        Complaints complaints = Complaints.toConsole();
        return new Footing(Origin.LIBRARY, claim, new Tracing(Optional.empty(), complaints), complaints);
    }

    /** Of an agent; nothing is traced yet. */
    public static Footing ofAgent(Path jar, Claim claim, Instrumentation instrumentation) {
        Complaints complaints = Complaints.toConsole();
        Tracing tracing = new Tracing(Optional.of(instrumentation), complaints);
        return new Footing(Origin.agent(jar, instrumentation), claim, tracing, complaints);
    }

    /** Gives all of it back. */
    @Override
    public void close() {
        tracing.close();
        claim.close();
    }
}
