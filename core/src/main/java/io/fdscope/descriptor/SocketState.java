package io.fdscope.descriptor;

import java.util.Optional;

/** A socket's state in the kernel's words; the first twelve are TCP's, in the kernel's numbering from 1. */
public enum SocketState {
    ESTABLISHED(SocketGroup.ESTABLISHED),
    SYN_SENT(SocketGroup.SYN_SENT),
    SYN_RECV(SocketGroup.SYN_RECEIVED),
    FIN_WAIT1(SocketGroup.FIN_WAIT_ONE),
    FIN_WAIT2(SocketGroup.FIN_WAIT_TWO),
    TIME_WAIT(SocketGroup.TIME_WAIT),
    CLOSE(SocketGroup.CLOSE),
    CLOSE_WAIT(SocketGroup.CLOSE_WAIT),
    LAST_ACK(SocketGroup.LAST_ACK),
    LISTEN(SocketGroup.LISTEN),
    CLOSING(SocketGroup.CLOSING),
    NEW_SYN_RECV(SocketGroup.NEW_SYN_RECEIVED),
    /** UDP or UDP-Lite with a local port, connected to a peer or not. */
    UDP_BOUND(SocketGroup.UDP_BOUND),
    /** UDP or UDP-Lite without a local port. The kernel's tables do not list it; only native probes can tell. */
    UDP_UNBOUND(SocketGroup.UDP_UNBOUND),
    UNIX_UNCONNECTED(SocketGroup.UNIX),
    UNIX_LISTENING(SocketGroup.UNIX),
    UNIX_CONNECTING(SocketGroup.UNIX),
    UNIX_CONNECTED(SocketGroup.UNIX),
    UNIX_DISCONNECTING(SocketGroup.UNIX),
    /** Raw, ping, netlink and packet sockets: they have no states worth telling apart. */
    OPEN(SocketGroup.OTHER),
    /** In none of the kernel's tables of this network namespace: {@code lsof} prints TYPE {@code sock}. */
    UNIDENTIFIED(SocketGroup.UNIDENTIFIED),
    /** Could not be told: the socket's inode, or the tables, could not be read. */
    UNKNOWN(SocketGroup.OTHER);

    private static final SocketState[] VALUES = values();
    private static final int TCP_STATES = 12;

    private final SocketGroup group;

    SocketState(SocketGroup group) {
        this.group = group;
    }

    /** The count in JMX and JFR that this state adds to. */
    public SocketGroup group() {
        return group;
    }

    /**
     * Whether no table of the kernel's lists such a socket, which is what {@code lsof} goes by. An unbound UDP socket is
     * one of them, though native probes know what it is.
     */
    public boolean isUnidentified() {
        return this == UNIDENTIFIED || this == UDP_UNBOUND;
    }

    /**
     * The TCP state with the kernel's number.
     *
     * @param number 1 to 12, {@code include/net/tcp_states.h}
     */
    public static Optional<SocketState> ofTcp(int number) {
        return number >= 1 && number <= TCP_STATES ? Optional.of(VALUES[number - 1]) : Optional.empty();
    }

    static SocketState ofOrdinal(int ordinal) {
        return VALUES[ordinal];
    }
}
