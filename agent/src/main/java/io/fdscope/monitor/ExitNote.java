package io.fdscope.monitor;

import io.fdscope.blackbox.BlackBoxWriter;

/** Lets the black box say that the process ended in good order. */
final class ExitNote implements AutoCloseable {
    private final Thread hook;

    ExitNote(BlackBoxWriter writer) {
        hook = new Thread(null, writer::ended, "fdscope-exit", 0, false);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Containers close us from a shutdown hook of their own.
        }
    }
}
