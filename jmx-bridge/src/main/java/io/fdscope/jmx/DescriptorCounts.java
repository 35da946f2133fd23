package io.fdscope.jmx;

import java.util.Map;

/**
 * The counts. The descriptions are what JMX clients show; for all of them: −1 is unknown (it could not be read, or not
 * yet), {@link Long#MAX_VALUE} is unlimited. Counts by kind and state are as of the last full scan and leave our own
 * descriptors out, so they do not add up to the open count. Safe from any thread: a getter shows the last sample and
 * neither samples, waits nor throws. Two getters may show two samples; {@link Snapshot} shows one.
 */
public interface DescriptorCounts {
    /** The size of {@code /proc/self/fd}, {@code proc_pid_fd(5)}. */
    @Described(
            value = "Open descriptors as the kernel counts them, fdscope's own and reserved ones included.",
            units = "fds")
    long getOpenCount();

    /** {@code RLIMIT_NOFILE}, {@code getrlimit(2)}; from {@code /proc/self/limits}. */
    @Described(value = "The limit in force: a call that would pass it fails with EMFILE.", units = "fds")
    long getSoftLimit();

    /** {@code RLIMIT_NOFILE}, {@code getrlimit(2)}; from {@code /proc/self/limits}. */
    @Described(value = "How far the process may raise its soft limit.", units = "fds")
    long getHardLimit();

    @Described(value = "Soft limit minus open count; 0 where the count is beyond the limit.", units = "fds")
    long getHeadroom();

    @Described(
            value = "Open count over soft limit; 0 without a limit, above 1 where it was lowered below the count.",
            units = "0-1")
    double getUtilization();

    @Described(value = "Sockets, the unidentified included.", units = "fds")
    long getSocketCount();

    /** What {@code lsof} prints with TYPE {@code sock}, but those of another network namespace where a probe can tell. */
    @Described(
            value = "Sockets in none of the kernel's tables of this network namespace, unbound UDP sockets included.",
            units = "fds")
    long getUnidentifiedSocketCount();

    @Described(value = "Sockets of another network namespace; -1 where the probe cannot tell.", units = "fds")
    long getForeignNetnsSocketCount();

    @Described(
            value = "Sockets that Java has closed and whose descriptor is still held; -1 where not traced.",
            units = "sockets")
    long getHeldAfterCloseCount();

    @Described(value = "Regular and deleted files, directories and anonymous memory (memfd).", units = "fds")
    long getFileCount();

    @Described(value = "Ends of pipes, and FIFOs.", units = "fds")
    long getPipeCount();

    @Described(value = "Anonymous inodes: eventfd, eventpoll, inotify, timerfd and the like.", units = "fds")
    long getAnonInodeCount();

    @Described(value = "Devices, and whatever is none of the other kinds.", units = "fds")
    long getOtherCount();

    @Described(value = "Descriptors of each kind; every kind has its key.", units = "fds")
    Map<String, Long> getCountByKind();

    @Described(
            value = "Sockets of each TCP state, and of the groups without TCP states; every one has its key. All but"
                    + " udpUnbound, a part of the unidentified, add up to SocketCount.",
            units = "fds")
    Map<String, Long> getSocketCountByState();

    /** {@code /proc/sys/fs/file-nr}, {@code proc_sys_fs(5)}. */
    @Described(value = "File handles allocated on the whole system.", units = "files")
    long getSystemOpenCount();

    /** {@code /proc/sys/fs/file-max}, {@code proc_sys_fs(5)}. */
    @Described(value = "The system's limit on file handles: at it every open fails with ENFILE.", units = "files")
    long getSystemMaxCount();

    /** {@code alloc} in {@code /proc/self/net/sockstat}. */
    @Described(
            value = "TCP sockets of the whole host that hold kernel memory, those in no table included.",
            units = "sockets")
    long getKernelTcpAllocated();

    /** {@code inuse} in {@code /proc/self/net/sockstat} and {@code sockstat6}. */
    @Described(
            value = "TCP sockets of this network namespace in the kernel's tables, IPv4 and IPv6.",
            units = "sockets")
    long getKernelTcpInUse();

    /** {@code orphan} in {@code /proc/self/net/sockstat}. */
    @Described(
            value = "TCP sockets of the whole host without a descriptor that the protocol has yet to close.",
            units = "sockets")
    long getKernelTcpOrphaned();

    /** {@code tw} in {@code /proc/self/net/sockstat}. */
    @Described(value = "TCP sockets of this network namespace in TIME_WAIT.", units = "sockets")
    long getKernelTcpTimeWait();

    /** {@code used} in {@code /proc/self/net/sockstat}. */
    @Described(value = "Sockets of all families in this network namespace.", units = "sockets")
    long getKernelSocketsUsed();
}
