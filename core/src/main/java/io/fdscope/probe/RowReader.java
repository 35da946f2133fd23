package io.fdscope.probe;

import io.fdscope.descriptor.AddressFamily;
import io.fdscope.descriptor.Cause;
import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.Endpoint;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;

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

    Descriptor read(Descriptor row) {
        int fd = row.fd();
        if (row.kind() != DescriptorKind.SOCKET || !calls.stat(fd) || !calls.isSocket()) {
            return row;
        }
        return describe(calls.inode() == row.inode() ? row : newcomer(fd, calls.inode()));
    }

    /** Scans have not noticed it yet. */
    private Descriptor newcomer(int fd, long inode) {
        Protocol protocol = sockets.protocol(fd);
        return new Descriptor(
                fd,
                DescriptorKind.SOCKET,
                inode,
                protocol,
                sockets.state(fd, protocol),
                Endpoint.NONE,
                Endpoint.NONE,
                System.currentTimeMillis());
    }

    private Descriptor describe(Descriptor row) {
        AddressFamily family = row.protocol().family();
        ends.clear();
        if (family == AddressFamily.INET || family == AddressFamily.INET6) {
            calls.ends(row.fd(), ends);
        }
        return row.with(ends, cause(row));
    }

    private Cause cause(Descriptor row) {
        SocketState now = sockets.state(row.fd(), row.protocol());
        if (now != row.state()) {
            return Cause.UNKNOWN;
        }
        return switch (now) {
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
        return traffic.isFinAcknowledged() ? Cause.CLOSED_BY_BOTH : Cause.RESET_OR_CLOSED;
    }

    private static Cause withoutCounters(boolean error, boolean hasPort) {
        if (error) {
            return Cause.CONNECT_FAILED_OR_RESET;
        }
        return hasPort ? Cause.BOUND_ONCE : Cause.NEVER_CONNECTED_NOR_BOUND;
    }
}
