package io.fdscope.descriptor;

/**
 * One open descriptor, as of a scan.
 *
 * @param fd the number, from 0
 * @param kind what it refers to
 * @param inode the inode number; −1 where it could not be told
 * @param protocol of a socket, else {@link Protocol#UNKNOWN}
 * @param state of a socket, else {@link SocketState#UNKNOWN}
 * @param local local address of an internet socket, else {@link Endpoint#NONE}
 * @param remote remote address of an internet socket, else {@link Endpoint#NONE}
 * @param firstSeenEpochMillis when a scan first saw this inode under this number, milliseconds since 1970 to the second:
 *     the descriptor is at least that old
 * @param cause a hint at how a socket came to its state; {@link Cause#UNKNOWN} in a table, until {@link RowDetails} asks
 * @param localPath what a unix-domain socket is bound to, as the program named it; empty in a table, until
 *     {@link RowDetails} asks
 */
public record Descriptor(
        int fd,
        DescriptorKind kind,
        long inode,
        Protocol protocol,
        SocketState state,
        Endpoint local,
        Endpoint remote,
        long firstSeenEpochMillis,
        Cause cause,
        String localPath) {
    /** An inode that could not be told. */
    public static final long NO_INODE = -1;

    /** One without a hint at its cause. */
    public Descriptor(
            int fd,
            DescriptorKind kind,
            long inode,
            Protocol protocol,
            SocketState state,
            Endpoint local,
            Endpoint remote,
            long firstSeenEpochMillis) {
        this(fd, kind, inode, protocol, state, local, remote, firstSeenEpochMillis, Cause.UNKNOWN, "");
    }

    /** The same socket with its state of another moment, its ends and a hint at its cause. */
    public Descriptor with(SocketState now, EndpointPair ends, Cause hint) {
        return new Descriptor(
                fd,
                kind,
                inode,
                protocol,
                now,
                ends.local(),
                ends.remote(),
                firstSeenEpochMillis,
                hint,
                ends.localPath);
    }

    /** Whether it is a socket that none of the kernel's tables lists. */
    public boolean unidentified() {
        return kind == DescriptorKind.SOCKET && state.isUnidentified();
    }
}
