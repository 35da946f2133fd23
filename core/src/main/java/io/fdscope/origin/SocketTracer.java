package io.fdscope.origin;

import java.io.IOException;

/**
 * Is told what Java does with sockets, on the thread that does it, inside the JDK's own methods: takes no lock, does no
 * I/O, throws nothing.
 */
public interface SocketTracer {
    /**
     * A socket has been created under this number. The caller's stack is the creation's.
     *
     * @return the id of the creation, from 1; 0 where no note was taken
     */
    long opened(int fd, OpenedBy by);

    /** The same, of one that has been accepted from this remote end. */
    long accepted(int fd, OpenedBy by, RemoteEnd peer);

    /** A socket could not be created for want of a descriptor; the exception goes on to the application. */
    void openFailed(OpenedBy by, IOException failure);

    /** A connect has begun to wait, has succeeded or has failed. */
    void connected(int fd, ConnectAttempt attempt);

    /**
     * Java has closed the socket; its descriptor may still be held, by a selector that it is registered with. The
     * caller's stack is the closing.
     */
    void closedInJava(int fd);

    /** The descriptor is about to be closed: from now on its number may belong to another. */
    void releasing(int fd);

    /** The id of the creation under this number, from 1; 0 where none is known. */
    long creationId(int fd);

    /** When that was, on {@link System#nanoTime()}'s clock; of no meaning where none is known. */
    long createdNanos(int fd);
}
