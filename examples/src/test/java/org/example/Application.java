package org.example;

/** What a program does between start and stop. */
public interface Application {
    /** Begins, in threads of its own. */
    void start() throws Exception;

    /** What it has done so far: sockets lost, or operations. Safe from any thread. */
    long tally();

    /** Does nothing more; {@link #tally} is final then. What was opened stays as it is. */
    void stop() throws Exception;
}
