package io.fdscope.trace;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.ConnectAttempt.Outcome;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;

/**
 * A connect that has begun.
 *
 * @param descriptor the JDK's object, which tells this socket from a later one with the same number
 * @param pending the attempt so far
 * @param startNanos when it began, {@link System#nanoTime}
 * @param begun what the listener wants back
 */
record Connecting(FileDescriptor descriptor, ConnectAttempt pending, long startNanos, Object begun) {
    static Connecting to(Object remote, int port, FileDescriptor descriptor, Object begun) {
        return new Connecting(descriptor, attempt(remote, port), System.nanoTime(), begun);
    }

    ConnectAttempt ended(Outcome outcome, String failure) {
        long nanos = Math.max(0, System.nanoTime() - startNanos);
        return new ConnectAttempt(pending.host(), pending.address(), pending.port(), nanos, outcome, failure);
    }

    /** An attempt that was over as soon as it was made. */
    static ConnectAttempt atOnce(Object remote, Outcome outcome, String failure) {
        ConnectAttempt to = attempt(remote, 0);
        return new ConnectAttempt(to.host(), to.address(), to.port(), 0, outcome, failure);
    }

    private static ConnectAttempt attempt(Object remote, int port) {
        if (remote instanceof InetAddress address) {
            return inet(new InetSocketAddress(address, port));
        }
        if (remote instanceof InetSocketAddress address) {
            return inet(address);
        }
        return pending(
                remote instanceof UnixDomainSocketAddress local
                        ? local.getPath().toString()
                        : "",
                "",
                0);
    }

    /** Never the reverse of an address: that would ask a name server. */
    private static ConnectAttempt inet(InetSocketAddress to) {
        InetAddress address = to.getAddress();
        return pending(to.getHostString(), address == null ? "" : address.getHostAddress(), to.getPort());
    }

    private static ConnectAttempt pending(String host, String address, int port) {
        return new ConnectAttempt(host, address, port, -1, Outcome.PENDING, "");
    }
}
