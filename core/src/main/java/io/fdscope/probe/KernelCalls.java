package io.fdscope.probe;

import io.fdscope.descriptor.EndpointPair;

/**
 * The few system calls that a native probe makes, on descriptors of this process. None of them waits or
 * allocates, and none changes anything but what {@link Look#QUIET} says of poll; a descriptor that is gone is an answer, not an exception. Not thread safe.
 */
interface KernelCalls {
    /** An answer that the kernel did not give. */
    int NONE = -1;

    /** Most numbers of one {@link #poll}. */
    int MOST_POLLED = 512;

    int POLLERR = 0x8;
    int POLLHUP = 0x10;
    int POLLNVAL = 0x20;

    /** {@code ffm} or {@code jdk}. */
    String name();

    /**
     * Prepares to poll the numbers from {@code from} on.
     *
     * @param count 1 to {@value #MOST_POLLED}
     */
    void prepare(int from, int count);

    /** Leaves one of the numbers out; its answer is 0. */
    void leaveOut(int index);

    /**
     * Polls the first {@code count} of what has been prepared, without waiting.
     *
     * @return false where the kernel refuses: it takes no more numbers at once than the soft limit
     */
    boolean poll(int count);

    /** Polls one number. */
    default boolean pollOne(int fd) {
        prepare(fd, 1);
        return poll(1);
    }

    /** What the last poll said of its number {@code index}, {@code POLL*} bits of {@code asm-generic/poll.h}. */
    int revents(int index);

    /**
     * Asks for kind and inode.
     *
     * @return false where the number is not open
     */
    boolean stat(int fd);

    /** Whether the last stat met a socket. */
    boolean isSocket();

    /** The inode that the last stat met. */
    long inode();

    /** Whether the file that the last stat met has no name left. */
    boolean isUnlinked();

    /** Whether {@link #stat} is fit for every scan: never waits for the server of a network file system. */
    boolean isStatQuick();

    /**
     * Reads a socket option of four bytes, or the first four bytes of a longer one.
     *
     * @return not negative; {@link #NONE} where there is no such option, or no such socket
     */
    int option(int fd, int level, int name);

    /** The local port of an internet socket; {@link #NONE} where it cannot be told. */
    int localPort(int fd);

    /** 0 where a netlink socket has no port id; {@link #NONE} where it cannot be told. */
    int netlinkPort(int fd);

    /** Whether a unix socket is connected. */
    boolean hasPeer(int fd);

    /** Both ends of an internet socket, as far as it has them. */
    void ends(int fd, EndpointPair into);

    /** Whether {@link #isForeign} can tell. */
    boolean tellsNamespaces();

    /** Whether a socket belongs to another network namespace than this process. */
    boolean isForeign(int fd);

    /**
     * What a TCP socket has sent and received in its life.
     *
     * @return false where that cannot be told
     */
    boolean traffic(int fd, TcpTraffic into);
}
