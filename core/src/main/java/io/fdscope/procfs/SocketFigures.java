package io.fdscope.procfs;

import java.io.IOException;

/**
 * The kernel's own socket counts, {@code /proc/self/net/sockstat} and {@code sockstat6}. In-use figures are of this
 * network namespace; allocated, orphaned and memory are of the whole host. −1 is unknown.
 *
 * <pre>
 * sockets: used 290
 * TCP: inuse 5 orphan 0 tw 0 alloc 8 mem 1
 * UDP: inuse 4 mem 1
 * UDPLITE: inuse 0
 * RAW: inuse 0
 * FRAG: inuse 0 memory 0
 * </pre>
 *
 * @param used sockets of all families in this namespace
 * @param tcpInUse IPv4 TCP sockets that are in the kernel's hash tables: listening or connected
 * @param tcpOrphaned TCP sockets without a descriptor, not yet closed by the protocol
 * @param tcpTimeWait TCP sockets in TIME_WAIT
 * @param tcpAllocated TCP sockets of either family that hold kernel memory; what no table lists is among them
 * @param tcpMemoryPages pages of socket buffers
 * @param udpInUse IPv4 UDP sockets
 * @param udpMemoryPages pages of socket buffers
 * @param rawInUse IPv4 raw sockets
 * @param tcp6InUse IPv6 TCP sockets (all those of Java, as a rule)
 * @param udp6InUse IPv6 UDP sockets
 * @param raw6InUse IPv6 raw sockets
 */
public record SocketFigures(
        long used,
        long tcpInUse,
        long tcpOrphaned,
        long tcpTimeWait,
        long tcpAllocated,
        long tcpMemoryPages,
        long udpInUse,
        long udpMemoryPages,
        long rawInUse,
        long tcp6InUse,
        long udp6InUse,
        long raw6InUse) {
    /** None could be read. */
    public static final SocketFigures UNKNOWN = new Parser().figures();

    /** TCP sockets of either family in the kernel's hash tables; −1 is unknown. */
    public long tcpInUseBothFamilies() {
        if (tcpInUse == Reading.UNKNOWN) {
            return tcp6InUse;
        }
        return tcpInUse + Math.max(0, tcp6InUse);
    }

    /** The figures in the making, from two files. */
    static final class Parser {
        private long used = Reading.UNKNOWN;
        private long tcpInUse = Reading.UNKNOWN;
        private long tcpOrphaned = Reading.UNKNOWN;
        private long tcpTimeWait = Reading.UNKNOWN;
        private long tcpAllocated = Reading.UNKNOWN;
        private long tcpMemoryPages = Reading.UNKNOWN;
        private long udpInUse = Reading.UNKNOWN;
        private long udpMemoryPages = Reading.UNKNOWN;
        private long rawInUse = Reading.UNKNOWN;
        private long tcp6InUse = Reading.UNKNOWN;
        private long udp6InUse = Reading.UNKNOWN;
        private long raw6InUse = Reading.UNKNOWN;

        /** Up to the last line that counts, so that nobody has to read the end of the file. */
        void parse(KernelLines lines) throws IOException {
            boolean more = true;
            while (more && lines.next() && lines.terminated()) {
                if (lines.skip("sockets:")) {
                    used = value(lines, "used");
                } else if (lines.skip("TCP:")) {
                    tcpInUse = value(lines, "inuse");
                    tcpOrphaned = value(lines, "orphan");
                    tcpTimeWait = value(lines, "tw");
                    tcpAllocated = value(lines, "alloc");
                    tcpMemoryPages = value(lines, "mem");
                } else if (lines.skip("UDP:")) {
                    udpInUse = value(lines, "inuse");
                    udpMemoryPages = value(lines, "mem");
                } else if (lines.skip("RAW:")) {
                    rawInUse = value(lines, "inuse");
                    more = false;
                } else if (lines.skip("TCP6:")) {
                    tcp6InUse = value(lines, "inuse");
                } else if (lines.skip("UDP6:")) {
                    udp6InUse = value(lines, "inuse");
                } else if (lines.skip("RAW6:")) {
                    raw6InUse = value(lines, "inuse");
                    more = false;
                }
            }
        }

        /** The kernel has kept the order of the words since 2.6; a word that is not in its place is unknown. */
        private static long value(KernelLines lines, String name) {
            return lines.word(name) ? lines.decimal() : Reading.UNKNOWN;
        }

        SocketFigures figures() {
            return new SocketFigures(
                    used,
                    tcpInUse,
                    tcpOrphaned,
                    tcpTimeWait,
                    tcpAllocated,
                    tcpMemoryPages,
                    udpInUse,
                    udpMemoryPages,
                    rawInUse,
                    tcp6InUse,
                    udp6InUse,
                    raw6InUse);
        }
    }
}
