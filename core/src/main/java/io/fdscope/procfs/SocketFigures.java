package io.fdscope.procfs;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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
    /** TCP sockets of either family in the kernel's hash tables; −1 is unknown. */
    public long tcpInUseBothFamilies() {
        if (tcpInUse == Reading.UNKNOWN) {
            return tcp6InUse;
        }
        return tcpInUse + Math.max(0, tcp6InUse);
    }

    /**
     * A line of one of the files that counts.
     *
     * @param first of the figures, the number of its first
     * @param isLast whether no line that counts follows it in its file
     * @param words what comes before each number, in the kernel's order, which it has kept since 2.6
     */
    private record Line(String name, int first, boolean isLast, List<String> words) {}

    private static final List<Line> LINES = List.of(
            new Line("sockets:", 0, false, List.of("used")),
            new Line("TCP:", 1, false, List.of("inuse", "orphan", "tw", "alloc", "mem")),
            new Line("UDP:", 6, false, List.of("inuse", "mem")),
            new Line("RAW:", 8, true, List.of("inuse")),
            new Line("TCP6:", 9, false, List.of("inuse")),
            new Line("UDP6:", 10, false, List.of("inuse")),
            new Line("RAW6:", 11, true, List.of("inuse")));

    private static final int FIGURES = 12;

    /** None could be read. */
    public static final SocketFigures UNKNOWN = new Parser().figures();

    /**
     * The figures in the making, from two files. In loops, not line by line in words: the JVM's compiler took 48 MB and half a
     * second for that one method, half an hour after the start of a JVM that does nothing else.
     */
    static final class Parser {
        private final long[] figures = new long[FIGURES];

        Parser() {
            Arrays.fill(figures, Reading.UNKNOWN);
        }

        /** Up to the last line that counts, so that nobody has to read the end of the file. */
        void parse(KernelLines lines) throws IOException {
            boolean more = true;
            while (more && lines.next() && lines.terminated()) {
                more = parseLine(lines);
            }
        }

        /** Returns whether another may follow. */
        private boolean parseLine(KernelLines lines) {
            for (int i = 0; i < LINES.size(); i++) {
                Line line = LINES.get(i);
                if (lines.skip(line.name())) {
                    parseFigures(line, lines);
                    return !line.isLast();
                }
            }
            return true;
        }

        /** A word that is not in its place is unknown. */
        private void parseFigures(Line line, KernelLines lines) {
            for (int i = 0; i < line.words().size(); i++) {
                boolean isThere = lines.word(line.words().get(i));
                figures[line.first() + i] = isThere ? lines.decimal() : Reading.UNKNOWN;
            }
        }

        SocketFigures figures() {
            return new SocketFigures(
                    figures[0],
                    figures[1],
                    figures[2],
                    figures[3],
                    figures[4],
                    figures[5],
                    figures[6],
                    figures[7],
                    figures[8],
                    figures[9],
                    figures[10],
                    figures[11]);
        }
    }
}
