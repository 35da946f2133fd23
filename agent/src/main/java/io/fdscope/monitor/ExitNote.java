package io.fdscope.monitor;

/** What is to be done when the process ends in good order, and we are still there. */
final class ExitNote implements AutoCloseable {
    private final Thread hook;

    ExitNote(Runnable step) {
        hook = new Thread(null, step, "fdscope-exit", 0, false);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // There will be no better time to note it.
        }
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
