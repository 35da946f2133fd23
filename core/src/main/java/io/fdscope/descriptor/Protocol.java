package io.fdscope.descriptor;

/**
 * A socket's protocol: told by the kernel table under {@code /proc/self/net} that lists it, or asked of the socket itself,
 * which knows more of them. The tables call Multipath TCP plain TCP.
 */
public enum Protocol {
    TCP("tcp"),
    TCP6("tcp6"),
    UDP("udp"),
    UDP6("udp6"),
    UDPLITE("udplite"),
    UDPLITE6("udplite6"),
    RAW("raw"),
    RAW6("raw6"),
    /** Unprivileged ping socket. */
    ICMP("icmp"),
    ICMP6("icmp6"),
    UNIX_STREAM("unix-stream"),
    UNIX_DGRAM("unix-dgram"),
    UNIX_SEQPACKET("unix-seqpacket"),
    NETLINK("netlink"),
    PACKET("packet"),
    /** Multipath TCP. */
    MPTCP("mptcp"),
    MPTCP6("mptcp6"),
    SCTP("sctp"),
    SCTP6("sctp6"),
    DCCP("dccp"),
    DCCP6("dccp6"),
    /** Between a virtual machine and its host. */
    VSOCK("vsock"),
    /** Express data path. */
    XDP("xdp"),
    /** The kernel's cryptography. */
    ALG("alg"),
    SMC("smc"),
    TIPC("tipc"),
    CAN("can"),
    BLUETOOTH("bluetooth"),
    /** Key management, {@code PF_KEY}. */
    KEY("key"),
    /** Any other that the kernel has. */
    OTHER("other"),
    /** No table lists the socket, and nobody could ask it. */
    UNKNOWN("unknown");

    private static final Protocol[] VALUES = values();

    private static final int STREAM = 1;
    private static final int DATAGRAM = 2;
    private static final int RAW_TYPE = 3;
    private static final int SEQPACKET = 5;

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    /** Lower-case name, as in {@code ss} and in meter tags. */
    public String label() {
        return label;
    }

    /** The address family. */
    public AddressFamily family() {
        return switch (this) {
            case TCP, UDP, UDPLITE, RAW, ICMP, MPTCP, SCTP, DCCP -> AddressFamily.INET;
            case TCP6, UDP6, UDPLITE6, RAW6, ICMP6, MPTCP6, SCTP6, DCCP6 -> AddressFamily.INET6;
            case UNIX_STREAM, UNIX_DGRAM, UNIX_SEQPACKET -> AddressFamily.UNIX;
            case NETLINK -> AddressFamily.NETLINK;
            case PACKET -> AddressFamily.PACKET;
            case VSOCK, XDP, ALG, SMC, TIPC, CAN, BLUETOOTH, KEY, OTHER -> AddressFamily.OTHER;
            case UNKNOWN -> AddressFamily.UNKNOWN;
        };
    }

    /**
     * From what the socket says of itself.
     *
     * @param domain {@code AF_*} of {@code include/linux/socket.h}
     * @param type {@code SOCK_*} of {@code include/linux/net.h}
     * @param number {@code IPPROTO_*} of {@code include/uapi/linux/in.h}; of internet sockets only
     */
    public static Protocol of(int domain, int type, int number) {
        return switch (domain) {
            case 1 -> unix(type);
            case 2 -> internet(type, number);
            case 10 -> internet6(internet(type, number == 58 ? 1 : number));
            case 15 -> KEY;
            case 16 -> NETLINK;
            case 17 -> PACKET;
            case 29 -> CAN;
            case 30 -> TIPC;
            case 31 -> BLUETOOTH;
            case 38 -> ALG;
            case 40 -> VSOCK;
            case 43 -> SMC;
            case 44 -> XDP;
            default -> OTHER;
        };
    }

    private static Protocol unix(int type) {
        return switch (type) {
            case STREAM -> UNIX_STREAM;
            case DATAGRAM -> UNIX_DGRAM;
            case SEQPACKET -> UNIX_SEQPACKET;
            default -> OTHER;
        };
    }

    private static Protocol internet(int type, int number) {
        if (type == RAW_TYPE) {
            return RAW;
        }
        return switch (number) {
            case 1 -> ICMP;
            case 6 -> TCP;
            case 17 -> UDP;
            case 33 -> DCCP;
            case 132 -> SCTP;
            case 136 -> UDPLITE;
            case 256 -> SMC;
            case 262 -> MPTCP;
            default -> OTHER;
        };
    }

    private static Protocol internet6(Protocol protocol) {
        return switch (protocol) {
            case TCP -> TCP6;
            case UDP -> UDP6;
            case UDPLITE -> UDPLITE6;
            case RAW -> RAW6;
            case ICMP -> ICMP6;
            case MPTCP -> MPTCP6;
            case SCTP -> SCTP6;
            case DCCP -> DCCP6;
            default -> protocol;
        };
    }

    static Protocol ofOrdinal(int ordinal) {
        return VALUES[ordinal];
    }
}
