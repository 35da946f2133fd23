package io.fdscope.probe;

import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import java.util.Arrays;

/** What a socket is, in the words of {@code socket(7)}: asked of the kernel socket by socket. */
final class SocketLook {
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SO_ACCEPTCONN = 30;
    private static final int SO_PROTOCOL = 38;
    private static final int SO_DOMAIN = 39;
    private static final int SOL_TCP = 6;
    private static final int TCP_INFO = 11;
    private static final int BYTE = 0xff;
    private static final SocketState[] OF_TCP = ofTcp();

    private final KernelCalls calls;

    SocketLook(KernelCalls calls) {
        this.calls = calls;
    }

    /** Never changes in a socket's life. */
    Protocol protocol(int fd) {
        int domain = calls.option(fd, SOL_SOCKET, SO_DOMAIN);
        int type = calls.option(fd, SOL_SOCKET, SO_TYPE);
        int number = calls.option(fd, SOL_SOCKET, SO_PROTOCOL);
        return domain < 0 || type < 0 || number < 0 ? Protocol.UNKNOWN : Protocol.of(domain, type, number);
    }

    /**
     * The state as the tables would tell it if they told all: a socket that none of them lists is {@link
     * SocketState#UNIDENTIFIED}, or {@link SocketState#UDP_UNBOUND}.
     */
    SocketState state(int fd, Protocol protocol) {
        return switch (protocol) {
            case TCP, TCP6, MPTCP, MPTCP6 -> tcp(calls.option(fd, SOL_TCP, TCP_INFO));
            case UDP, UDP6, UDPLITE, UDPLITE6 -> bound(fd, SocketState.UDP_BOUND, SocketState.UDP_UNBOUND);
            case ICMP, ICMP6 -> bound(fd, SocketState.OPEN, SocketState.UNIDENTIFIED);
            case NETLINK -> calls.netlinkPort(fd) == 0 ? SocketState.UNIDENTIFIED : SocketState.OPEN;
            case RAW, RAW6, PACKET, SCTP, SCTP6, DCCP, DCCP6 -> SocketState.OPEN;
            case UNIX_STREAM, UNIX_DGRAM, UNIX_SEQPACKET -> unix(fd);
            case VSOCK, XDP, ALG, SMC, TIPC, CAN, BLUETOOTH, KEY, OTHER -> SocketState.UNIDENTIFIED;
            case UNKNOWN -> SocketState.UNKNOWN;
        };
    }

    private static SocketState tcp(int firstBytes) {
        return firstBytes == KernelCalls.NONE ? SocketState.UNKNOWN : OF_TCP[firstBytes & BYTE];
    }

    /** By the kernel's number; a closed one is in no table. Saves an Optional for each look. */
    private static SocketState[] ofTcp() {
        SocketState[] states = new SocketState[BYTE + 1];
        Arrays.setAll(states, number -> SocketState.ofTcp(number).orElse(SocketState.UNKNOWN));
        Arrays.setAll(
                states, number -> states[number] == SocketState.CLOSE ? SocketState.UNIDENTIFIED : states[number]);
        return states;
    }

    private SocketState bound(int fd, SocketState listed, SocketState unlisted) {
        return calls.localPort(fd) == 0 ? unlisted : listed;
    }

    private SocketState unix(int fd) {
        if (calls.option(fd, SOL_SOCKET, SO_ACCEPTCONN) == 1) {
            return SocketState.UNIX_LISTENING;
        }
        return calls.hasPeer(fd) ? SocketState.UNIX_CONNECTED : SocketState.UNIX_UNCONNECTED;
    }
}
