package io.fdscope.trace;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.RemoteEnd;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.SocketAddress;

/**
 * A connect that has begun.
 *
 * @param descriptor the JDK's object, which tells this socket from a later one with the same number
 * @param pending the attempt so far
 * @param begun what the listener wants back
 */
record Connecting(FileDescriptor descriptor, ConnectAttempt pending, Object begun) {
    /** @param remote an InetAddress with its port, or a whole SocketAddress */
    static Connecting to(Object remote, int port, FileDescriptor descriptor, Object begun) {
        RemoteEnd end = remote instanceof InetAddress address
                ? RemoteEnd.of(address, port)
                : RemoteEnd.of((SocketAddress) remote);
        return new Connecting(descriptor, ConnectAttempt.begun(end), begun);
    }
}
