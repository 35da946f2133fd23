package io.fdscope.probe;

import io.fdscope.descriptor.EndpointPair;
import java.util.Set;

/**
 * The few system calls that a native probe makes, on descriptors of this process. None of them waits, or changes anything
 * where sockets alone are polled; a descriptor that is gone is an answer, not an exception. Not thread safe.
 */
interface KernelCalls {
    /** An answer that the kernel did not give. */
    int NONE = -1;

    /** Most numbers of one {@link #poll}. */
    int MOST_POLLED = 512;

    int POLLERR = 0x8;
    int POLLHUP = 0x10;
    int POLLNVAL = 0x20;

    /** Those that number the socket options as {@code asm-generic/socket.h} does, and are little-endian. */
    Set<String> ARCHITECTURES = Set.of("amd64", "aarch64", "riscv64");

    /**
     * Checks that the numbers known here are those of this machine.
     *
     * @throws UnsupportedOperationException if they are not, or may not be
     */
    static void checkArchitecture() {
        String architecture = System.getProperty("os.arch");
        if (!ARCHITECTURES.contains(architecture)) {
            throw new UnsupportedOperationException("socket options of " + architecture + " are not known");
        }
    }

    /** {@code ffm} or {@code jdk}. */
    String name();

    /** The same with a buffer of their own, for another thread. Needs no free descriptor. */
    KernelCalls another();

    /**
     * Whether the number is open. Unlike {@code poll(2)} this calls nothing of the file's own. Where {@link #statsFiles}
     * says no, one opened with O_PATH counts as not open.
     */
    boolean isOpen(int fd);

    /**
     * Whether what the last {@link #isOpen} met can be polled, as sockets, pipes and most anonymous inodes can and files
     * on disks cannot. Told only where {@link #statsFiles} says no.
     */
    boolean isPollable();

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
     * @return false where the number is not open, or is no socket and {@link #statsFiles} says no
     */
    boolean stat(int fd);

    /** Whether the last stat met a socket. */
    boolean isSocket();

    /** The inode that the last stat met. */
    long inode();

    /** Whether the file that the last stat met has no name left. */
    boolean isUnlinked();

    /** Whether {@link #stat} answers for files as well: can do so without waiting for the server of a file system. */
    boolean statsFiles();

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

    /** Whether a unix socket is connected; a stream stays so when its other end is closed. */
    boolean hasPeer(int fd);

    /** Both ends of an internet socket, as far as it has them. */
    void ends(int fd, EndpointPair into);

    /** The path that a unix socket is bound to; empty where it is to none. */
    String path(int fd);

    /** Finds out what {@link #isForeign} needs, unless it is known. Needs a descriptor for an instant. */
    void learnNamespace();

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
