package io.fdscope.descriptor;

/** A socket's protocol, as told by the kernel table under {@code /proc/self/net} that lists it. */
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
    /** No table lists the socket, so its protocol cannot be told from them. */
    UNKNOWN("unknown");

    private static final Protocol[] VALUES = values();

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
            case TCP, UDP, UDPLITE, RAW, ICMP -> AddressFamily.INET;
            case TCP6, UDP6, UDPLITE6, RAW6, ICMP6 -> AddressFamily.INET6;
            case UNIX_STREAM, UNIX_DGRAM, UNIX_SEQPACKET -> AddressFamily.UNIX;
            case NETLINK -> AddressFamily.NETLINK;
            case PACKET -> AddressFamily.PACKET;
            case UNKNOWN -> AddressFamily.UNKNOWN;
        };
    }

    static Protocol ofOrdinal(int ordinal) {
        return VALUES[ordinal];
    }
}
