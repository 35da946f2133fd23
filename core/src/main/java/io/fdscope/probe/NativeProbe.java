package io.fdscope.probe;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorTable;
import io.fdscope.descriptor.RowDetails;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.util.Optional;

/**
 * The probe that asks the kernel about our own descriptors, so that neither other processes nor races of its tables
 * matter.
 *
 * <p>One {@code poll(2)} over all numbers says which are open, and answers for most sockets alike scan after scan: only
 * where the answer has changed, or the state is one that can change unseen, is the socket looked at. {@link Look} says
 * when. So a scan is a census: addresses are read for single rows that somebody asks for.
 *
 * <p>Scans and {@link RowDetails} exclude each other.
 */
final class NativeProbe implements DescriptorProbe, RowDetails {
    /** How far to look where the kernel does not tell the size of its table. */
    private static final int SIZE_UNKNOWN = 1 << 16;

    private final KernelCalls calls;
    private final OpenCount openCount;
    private final TableSize tableSize;
    private final Look look;
    private final PathOnlyNumbers pathOnly;
    private final RowReader rows;
    private int mostPolled = KernelCalls.MOST_POLLED;
    private boolean closed;

    NativeProbe(KernelCalls calls, DescriptorLinks links, OpenCount openCount, TableSize tableSize, OwnFiles own) {
        this.calls = calls;
        this.openCount = openCount;
        this.tableSize = tableSize;
        this.look = new Look(calls, links, own);
        this.pathOnly = new PathOnlyNumbers(calls, links, look);
        this.rows = new RowReader(calls);
    }

    @Override
    public String name() {
        return calls.name();
    }

    @Override
    public synchronized ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException {
        if (closed) {
            return ProbeResult.unknown(last);
        }
        TableUpdate update = last.update();
        look.start(update, epochMillis);
        long expected = sweep(update);
        pathOnly.audit(update, expected);
        look.confirmUnidentified();
        return new ProbeResult(update.build(), look.own(), look.vanished(), true, true, look.foreign(), this);
    }

    /** Descriptors come and go under way: the count is no reason to stop below a number that was open last time. */
    private long sweep(TableUpdate update) throws IOException {
        long expected = openCount.read();
        long size = tableSize.read();
        long end = size > 0 ? size : SIZE_UNKNOWN;
        int known = update.highest();
        int from = 0;
        while (from < end) {
            int count = poll(from, (int) (end - from));
            for (int i = 0; i < count; i++) {
                look.at(from + i, calls.revents(i));
            }
            from += count;
            if (from > known && expected >= 0 && look.found() >= expected) {
                expected = openCount.read();
                if (look.found() >= expected) {
                    break;
                }
            }
        }
        update.absentFrom(from);
        return expected;
    }

    /**
     * Polls as many as the kernel takes at once, which is no more than the soft limit. It also gives up when a signal
     * comes; a smaller step does no harm then.
     */
    private int poll(int from, int left) throws IOException {
        while (true) {
            int count = Math.min(left, mostPolled);
            calls.prepare(from, count);
            for (int i = 0; i < count; i++) {
                if (look.isQuiet(from + i)) {
                    calls.leaveOut(i);
                }
            }
            if (calls.poll(count)) {
                return count;
            }
            if (mostPolled == 1) {
                throw new IOException("poll(2) is refused at " + from);
            }
            mostPolled /= 2;
        }
    }

    @Override
    public synchronized Optional<Descriptor> of(Descriptor row) {
        return closed ? Optional.of(row) : rows.read(row);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
