package io.fdscope.origin;

import java.io.IOException;

/**
 * Hears what the {@link SocketTracer} has been told, with the number that it gave the creation. Called under the same
 * conditions: on the application's thread, inside the JDK's methods, without a lock, without I/O, without an exception.
 *
 * <p>Every method is called from the one that the JDK calls, with no other of ours in between, so that a stack taken in
 * here has two frames of ours on top of the application's and the JDK's.
 */
public interface SocketListener {
    /** Does nothing. */
    SocketListener NONE = new SocketListener() {
        @Override
        public boolean isListening() {
            return false;
        }

        @Override
        public void opened(long creationId, int fd, OpenedBy by) {}

        @Override
        public Object connecting() {
            return null;
        }

        @Override
        public void connected(Object begun, long creationId, int fd, ConnectAttempt attempt) {}

        @Override
        public void closed(long creationId, int fd, long createdNanos) {}

        @Override
        public void exhausted(IOException failure) {}
    };

    /** Whether it does anything with what it hears. */
    boolean isListening();

    /** A socket has been created. */
    void opened(long creationId, int fd, OpenedBy by);

    /** A connect begins; what is returned, null too, comes back with its outcome, perhaps on another thread. */
    Object connecting();

    /**
     * A connect has succeeded or failed.
     *
     * @param begun what {@link #connecting} returned; null where it was not asked
     */
    void connected(Object begun, long creationId, int fd, ConnectAttempt attempt);

    /**
     * A descriptor is about to be closed whose creation is known.
     *
     * @param createdNanos when it was created, on {@link System#nanoTime()}'s clock
     */
    void closed(long creationId, int fd, long createdNanos);

    /** A socket could not be created because the process, or the system, has no descriptor left. */
    void exhausted(IOException failure);
}
