package io.fdscope.procfs;

import io.fdscope.descriptor.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The thirteen tables under {@code /proc/self/net} that list the sockets of this network namespace, of all processes.
 * Which of them exist depends on the kernel's modules, and may change while we run.
 *
 * <p>A table is no snapshot: the kernel walks its hash buckets while sockets come and go, so a socket that was there all
 * the time may be missing from one reading. Nothing is said of a socket on the strength of one reading alone.
 */
public final class SocketTables implements SocketListing {
    /** What came of a reading. */
    public enum Outcome {
        /** Every table that exists was read. */
        COMPLETE,
        /** One that exists could not be opened: we may not read it, or no descriptor was left when it was first tried. */
        INCOMPLETE,
        /** There is none at all. */
        ABSENT
    }

    private record Table(KernelFile file, SocketTableFormat format) {}

    private final List<Table> tables = new ArrayList<>();
    private final KernelLines lines = new KernelLines();
    private final SocketRow row = new SocketRow();
    private long malformed;

    /** @param netFolder {@code /proc/self/net} */
    public SocketTables(Path netFolder, OwnFiles own) {
        add(netFolder, own, "tcp", InetTableFormat.ipv4(Protocol.TCP));
        add(netFolder, own, "tcp6", InetTableFormat.ipv6(Protocol.TCP6));
        add(netFolder, own, "udp", InetTableFormat.ipv4(Protocol.UDP));
        add(netFolder, own, "udp6", InetTableFormat.ipv6(Protocol.UDP6));
        add(netFolder, own, "udplite", InetTableFormat.ipv4(Protocol.UDPLITE));
        add(netFolder, own, "udplite6", InetTableFormat.ipv6(Protocol.UDPLITE6));
        add(netFolder, own, "raw", InetTableFormat.ipv4(Protocol.RAW));
        add(netFolder, own, "raw6", InetTableFormat.ipv6(Protocol.RAW6));
        add(netFolder, own, "icmp", InetTableFormat.ipv4(Protocol.ICMP));
        add(netFolder, own, "icmp6", InetTableFormat.ipv6(Protocol.ICMP6));
        add(netFolder, own, "unix", new UnixTableFormat());
        add(netFolder, own, "netlink", PlainTableFormat.NETLINK);
        add(netFolder, own, "packet", PlainTableFormat.PACKET);
    }

    private void add(Path folder, OwnFiles own, String name, SocketTableFormat format) {
        tables.add(new Table(new KernelFile(folder.resolve(name), own), format));
    }

    @Override
    public Outcome read(Consumer<SocketRow> visitor) throws IOException {
        int read = 0;
        boolean complete = true;
        for (Table table : tables) {
            if (lines.open(table.file)) {
                readOne(table.format, visitor);
                read++;
            } else {
                complete &= table.file.isAbsent();
            }
        }
        if (read == 0 && complete) {
            return Outcome.ABSENT;
        }
        return complete ? Outcome.COMPLETE : Outcome.INCOMPLETE;
    }

    /** Whether at least one of them can be read. */
    public boolean anyReadable() {
        return tables.stream().anyMatch(table -> table.file.isReadable());
    }

    /** Those that are there and that we may not read: what they list, nobody can tell from the unidentified. */
    public List<String> unreadable() {
        return tables.stream()
                .map(Table::file)
                .filter(file -> !file.isReadable() && !file.isAbsent())
                .map(KernelFile::toString)
                .toList();
    }

    /** Rows that could not be understood, since start. */
    public long malformed() {
        return malformed;
    }

    private void readOne(SocketTableFormat format, Consumer<SocketRow> visitor) throws IOException {
        lines.next(); // the headings
        while (lines.next()) {
            if (lines.terminated() && format.parse(lines, row)) {
                visitor.accept(row);
            } else {
                malformed++;
            }
        }
        malformed += lines.overlong();
    }

    @Override
    public void close() {
        for (Table table : tables) {
            table.file.close();
        }
    }
}
