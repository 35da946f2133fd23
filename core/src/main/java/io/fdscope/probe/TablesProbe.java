package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.SocketListing;
import io.fdscope.procfs.SocketRow;
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
 *
 * <p>Measured at 19,000 sockets on JDK 17.0.15 and 25.0.3: 24 bytes of live memory a descriptor where all are
 * unidentified, 61 where all are connected; 137 bytes of garbage a descriptor and scan when nothing happens.
 */
public final class TablesProbe implements DescriptorProbe {
    private static final EndpointPair NO_ENDS = new EndpointPair();

    private final DescriptorLinks links;
    private final SocketListing tables;
    private final DescriptorSweep sweep;
    private final SocketIndex index = new SocketIndex();
    private final Consumer<SocketRow> matcher = this::match;
    private final IntConsumer applier = this::applyRow;
    private TableUpdate update;
    private SocketRow row;
    private int vanished;

    /**
     * @param openCount where it is unknown, every number of the kernel's table is looked at
     * @param own what the table leaves out
     */
    public TablesProbe(
            DescriptorLinks links, SocketListing tables, OpenCount openCount, TableSize tableSize, OwnFiles own) {
        this.links = links;
        this.tables = tables;
        this.sweep = new DescriptorSweep(links, openCount, tableSize, own);
    }

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException {
        update = last.update();
        vanished = 0;
        sweep.run(update, epochMillis);
        Outcome outcome = identifySockets();
        ProbeResult result = new ProbeResult(update.build(), sweep.own(), vanished, true, outcome == Outcome.COMPLETE);
        update = null;
        return result;
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
    }
}
