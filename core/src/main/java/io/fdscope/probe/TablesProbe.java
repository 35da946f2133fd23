package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.SocketRow;
import io.fdscope.procfs.SocketTables;
import io.fdscope.procfs.SocketTables.Outcome;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The probe that works everywhere: the links of {@code /proc/self/fd}, joined by inode with the tables under
 * {@code /proc/self/net}.
 *
 * <p>The tables race with sockets that come and go. So a socket is called unidentified only when two readings of the
 * tables, with a fresh look at its link after them, do not know it; the second reading is saved where every such socket
 * was found unidentified by the scan before, under the same number and inode.
 */
public final class TablesProbe implements DescriptorProbe {
    /** How far to look where the kernel does not tell the size of its table. */
    private static final int SIZE_UNKNOWN = 1 << 16;

    private static final EndpointPair NO_ENDS = new EndpointPair();

    private final DescriptorLinks links;
    private final SocketTables tables;
    private final OpenCount openCount;
    private final TableSize tableSize;
    private final OwnFiles own;
    private final SocketIndex index = new SocketIndex();
    private final Consumer<SocketRow> matcher = this::match;
    private final IntConsumer applier = this::applyRow;
    private TableUpdate update;
    private SocketRow row;
    private int ownSeen;
    private int vanished;

    public TablesProbe(
            DescriptorLinks links, SocketTables tables, OpenCount openCount, TableSize tableSize, OwnFiles own) {
        this.links = links;
        this.tables = tables;
        this.openCount = openCount;
        this.tableSize = tableSize;
        this.own = own;
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException {
        update = last.update();
        ownSeen = 0;
        vanished = 0;
        sweep(epochMillis);
        Outcome outcome = identifySockets();
        ProbeResult result = new ProbeResult(update.build(), ownSeen, vanished, true, outcome == Outcome.COMPLETE);
        update = null;
        return result;
    }

    /** Probes by number until as many have been found as the kernel counts, or the kernel's own table ends. */
    private void sweep(long epochMillis) throws IOException {
        own.startScan();
        long expected = openCount.read();
        long size = tableSize.read();
        long end = size > 0 ? size : SIZE_UNKNOWN;
        int found = 0;
        int fd = 0;
        while (fd < end && (expected < 0 || found < expected)) {
            if (links.read(fd)) {
                found++;
                place(fd, epochMillis);
            } else {
                update.absent(fd);
            }
            fd++;
        }
        update.absentFrom(fd);
    }

    private void place(int fd, long epochMillis) {
        int mark = links.mark();
        if (update.isPresent(fd) && update.tag(fd) == mark) {
            return;
        }
        links.parse();
        if (links.isPath()) {
            if (own.take(links.target())) {
                ownSeen++;
                update.absent(fd);
                return;
            }
            links.lookAtPath();
        }
        update.present(fd, links.kind(), links.inode(), epochMillis);
        update.tag(fd, mark);
    }

    private Outcome identifySockets() throws IOException {
        index.build(update);
        if (index.count() == 0) {
            return Outcome.COMPLETE;
        }
        Outcome outcome = tables.read(matcher);
        if (outcome == Outcome.COMPLETE && anyNewlyUnmatched()) {
            outcome = tables.read(matcher);
        }
        settleUnmatched(outcome);
        return outcome;
    }

    private void match(SocketRow tableRow) {
        row = tableRow;
        index.match(tableRow.inode(), applier);
    }

    private void applyRow(int fd) {
        update.socket(fd, row.protocol(), row.state(), row.ends());
    }

    private boolean anyNewlyUnmatched() {
        for (int fd = 0; fd < update.end(); fd++) {
            if (index.isIndexed(fd) && !index.isMatched(fd) && !update.isUnidentified(fd)) {
                return true;
            }
        }
        return false;
    }

    private void settleUnmatched(Outcome outcome) throws IOException {
        for (int fd = 0; fd < update.end(); fd++) {
            if (!index.isIndexed(fd) || index.isMatched(fd)) {
                continue;
            }
            if (outcome != Outcome.COMPLETE) {
                update.socket(fd, Protocol.UNKNOWN, SocketState.UNKNOWN, NO_ENDS);
            } else if (!update.isUnidentified(fd)) {
                settle(fd);
            }
        }
    }

    private void settle(int fd) throws IOException {
        if (links.read(fd) && links.mark() == update.tag(fd)) {
            update.socket(fd, Protocol.UNKNOWN, SocketState.UNIDENTIFIED, NO_ENDS);
        } else {
            update.absent(fd);
            vanished++;
        }
    }

    @Override
    public void close() {
        tables.close();
        tableSize.close();
    }
}
