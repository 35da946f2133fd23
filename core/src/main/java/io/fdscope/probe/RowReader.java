package io.fdscope.probe;

import io.fdscope.descriptor.AddressFamily;
import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.SocketState;
import java.util.Optional;

/** Reads addresses and the cause hint of single sockets. */
final class RowReader {
    private final KernelCalls calls;
    private final SocketLook sockets;
    private final TcpTraffic traffic = new TcpTraffic();
    private final EndpointPair ends = new EndpointPair();

    RowReader(KernelCalls calls) {
        this.calls = calls;
        this.sockets = new SocketLook(calls);
    }

    /**
     * Asks for all of it between two looks at the inode: a number that is given to another socket under way would mix the
     * answers of two.
     *
     * @return empty where the socket is not there any more
     */
    Optional<Descriptor> read(Descriptor row) {
        if (row.kind() != DescriptorKind.SOCKET) {
            return Optional.of(row);
        }
        if (!isThere(row)) {
            return Optional.empty();
        }
        Descriptor complete = describe(row);
        return isThere(row) ? Optional.of(complete) : Optional.empty();
    }

    private boolean isThere(Descriptor row) {
        return calls.stat(row.fd()) && calls.isSocket() && calls.inode() == row.inode();
    }

    /** The hint is drawn from several answers: it is none where the state has changed between them. */
    private Descriptor describe(Descriptor row) {
        SocketState first = sockets.state(row.fd(), row.protocol());
        AddressFamily family = row.protocol().family();
        ends.clear();
        if (family == AddressFamily.INET || family == AddressFamily.INET6) {
            calls.ends(row.fd(), ends);
        } else if (family == AddressFamily.UNIX) {
            ends.localPath = calls.path(row.fd());
        }
        Cause hint = cause(row, first);
        SocketState now = sockets.state(row.fd(), row.protocol());
        return row.with(now, ends, now == first ? hint : Cause.UNKNOWN);
    }

    private Cause cause(Descriptor row, SocketState state) {
        return switch (state) {
            case UDP_UNBOUND -> Cause.NEVER_BOUND;
            case UNIDENTIFIED -> unlisted(row);
            case FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT -> orForeign(row.fd(), Cause.HALF_CLOSED);
            default -> orForeign(row.fd(), Cause.UNKNOWN);
        };
    }

    private Cause orForeign(int fd, Cause other) {
        return calls.tellsNamespaces() && calls.isForeign(fd) ? Cause.OTHER_NAMESPACE : other;
    }

    private Cause unlisted(Descriptor row) {
        return switch (row.protocol()) {
            case TCP, TCP6, MPTCP, MPTCP6 -> closed(row.fd());
            case ICMP, ICMP6, NETLINK -> Cause.NEVER_BOUND;
            default -> Cause.NOT_LISTED;
        };
    }

    /** POLLERR tells of an error without taking it away, as SO_ERROR would. */
    private Cause closed(int fd) {
        boolean error = calls.pollOne(fd) && (calls.revents(0) & KernelCalls.POLLERR) != 0;
        boolean hasPort = ends.localPort != 0;
        if (!calls.traffic(fd, traffic)) {
            return withoutCounters(error, hasPort);
        }
        if (traffic.wasConnected()) {
            return error ? Cause.RESET : ended();
        }
        if (error) {
            return Cause.CONNECT_FAILED;
        }
        return hasPort ? Cause.CONNECT_FAILED_OR_BOUND_ONLY : Cause.NEVER_CONNECTED_NOR_BOUND;
    }

    private Cause ended() {
        return traffic.isFinAcknowledged() ? Cause.CLOSED_AFTER_SHUTDOWN : Cause.RESET_OR_CLOSED;
    }

    private static Cause withoutCounters(boolean error, boolean hasPort) {
        if (error) {
            return Cause.CONNECT_FAILED_OR_RESET;
        }
        return hasPort ? Cause.BOUND_ONCE : Cause.NEVER_CONNECTED_NOR_BOUND;
    }
}
