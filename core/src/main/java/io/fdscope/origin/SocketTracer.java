package io.fdscope.origin;

import java.io.IOException;

/**
 * Is told what Java does with sockets, on the thread that does it, inside the JDK's own methods: takes no lock, does no
 * I/O, throws nothing.
 */
public interface SocketTracer {
    /** A socket has been created under this number. The caller's stack is the creation's. */
    void opened(int fd, OpenedBy by);

    /** A socket could not be created for want of a descriptor; the exception goes on to the application. */
    void openFailed(OpenedBy by, IOException failure);

    /** A connect has begun to wait, has succeeded or has failed; or who has connected to an accepted socket. */
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

    /** Nanoseconds since the creation under this number; −1 where none is known. */
    long ageNanos(int fd);
}
