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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The probe that asks the kernel about our own descriptors, so that neither other processes nor races of its tables
 * matter.
 *
 * <p>One {@code poll(2)} over all sockets answers for most of them alike scan after scan: only where the answer has changed,
 * or the state is one that can change unseen, is the socket looked at. {@link Look} says when, and what is done about the
 * other numbers. So a scan is a census: addresses are read for single rows that somebody asks for.
 *
 * <p>A row is read with a buffer that no scan uses, so that whoever asks never waits for a scan that is stuck, on a dead
 * file server for instance; nor does {@link #close}. What the native side writes to is freed by the garbage collector alone.
 */
final class NativeProbe implements DescriptorProbe, RowDetails {
    /** How far to look where the kernel does not tell the size of its table. */
    private static final int SIZE_UNKNOWN = 1 << 16;

    /** So many numbers are looked at before it is asked whether all were found; below the highest known there is no need. */
    private static final int FEW = 512;

    private static final int BLOCK = 128;

    private static final int MOST = KernelCalls.MOST_POLLED;

    private final KernelCalls calls;
    private final OpenCount openCount;
    private final TableSize tableSize;
    private final Look look;
    private final PathOnlyNumbers pathOnly;
    /** Those that nobody uses right now; there are never more than there were threads asking at once. */
    private final Queue<RowReader> rowReaders = new ConcurrentLinkedQueue<>();

    private int mostPolled = MOST;
    private int highest = -1;
    private volatile boolean closed;

    NativeProbe(KernelCalls calls, DescriptorLinks links, OpenCount openCount, TableSize tableSize, OwnFiles own) {
        this.calls = calls;
        this.openCount = openCount;
        this.tableSize = tableSize;
        this.look = new Look(calls, links, own);
        this.pathOnly = new PathOnlyNumbers(calls, links, look);
        this.rowReaders.add(new RowReader(calls.another()));
    }

    @Override
    public String name() {
        return calls.name();
    }

    @Override
    public ProbeResult scan(DescriptorTable last, long epochMillis) throws IOException {
        if (closed) {
            return ProbeResult.unknown(last);
        }
        TableUpdate update = last.update();
        look.start(update, epochMillis);
        mostPolled = MOST;
        long expected = sweep(update);
        if (look.found() == 0 && expected > 0) {
            throw new IOException("not one of " + expected + " descriptors is found: the kernel refuses to answer");
        }
        pathOnly.audit(update, expected);
        highest = look.highest();
        look.confirmUnidentified();
        return new ProbeResult(update.build(), look.own(), look.vanished(), true, true, look.foreign(), this);
    }

    /** Descriptors come and go under way: the count is no reason to stop below a number that was open last time. */
    private long sweep(TableUpdate update) throws IOException {
        long expected = openCount.read();
        long size = tableSize.read();
        int end = (int) Math.min(size > 0 ? size : SIZE_UNKNOWN, Integer.MAX_VALUE - MOST);
        int known = Math.max(highest, update.highest());
        int from = 0;
        boolean isAll = false;
        while (from < end && !isAll) {
            int count = from + MOST <= known ? MOST : BLOCK;
            from = block(update, from, Math.min(end, from + count));
            if (from > Math.max(known, look.highest()) + pathOnly.setAside() && isAll(expected)) {
                expected = openCount.read();
                isAll = isAll(expected);
            }
        }
        update.absentFrom(from);
        if (pathOnly.setAside() > 0) {
            sweepInTurn(update, from, end);
        }
        return expected;
    }

    /**
     * What was set aside may be open by now, and the count is the same. As a rule it is next to the highest number, since
     * the kernel gives out the lowest that is free; but others in between may have been closed since. Where few are left,
     * all of them are looked at.
     */
    private void sweepInTurn(TableUpdate update, int from, int end) throws IOException {
        for (int at = from; at < end; at += BLOCK) {
            if (end - from <= FEW || look.isDue(at / BLOCK)) {
                block(update, at, Math.min(end, at + BLOCK));
            }
        }
    }

    private boolean isAll(long expected) {
        return expected >= 0 && look.found() + pathOnly.setAside() >= expected;
    }

    /** Looks at the numbers of one block, and returns where the next one begins. */
    private int block(TableUpdate update, int from, int to) throws IOException {
        for (int fd = from; fd < to; fd++) {
            look.beforePoll(fd);
        }
        int at = from;
        while (at < to) {
            at = poll(update, at, to);
        }
        return to;
    }

    /**
     * Polls the sockets among as many numbers as the kernel takes at once, which is no more than the soft limit. It also
     * gives up when a signal comes; a smaller step does no harm then.
     *
     * @return where the next step begins
     */
    private int poll(TableUpdate update, int from, int to) throws IOException {
        int count = Math.min(to - from, mostPolled);
        if (!prepare(update, from, count)) {
            return from + count;
        }
        if (!calls.poll(count)) {
            if (mostPolled == 1) {
                throw new IOException("poll(2) is refused at " + from);
            }
            mostPolled /= 2;
            return from;
        }
        for (int i = 0; i < count; i++) {
            if (update.isSocket(from + i)) {
                look.polled(from + i, calls.revents(i));
            }
        }
        return from + count;
    }

    /** Whether there are any. */
    private boolean prepare(TableUpdate update, int from, int count) {
        calls.prepare(from, count);
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (update.isSocket(from + i)) {
                any = true;
            } else {
                calls.leaveOut(i);
            }
        }
        return any;
    }

    @Override
    public Optional<Descriptor> of(Descriptor row) {
        if (closed) {
            return Optional.of(row);
        }
        RowReader idle = rowReaders.poll();
        RowReader reader = idle == null ? new RowReader(calls.another()) : idle;
        Optional<Descriptor> read = reader.read(row);
        rowReaders.add(reader);
        return read;
    }

    @Override
    public void close() {
        closed = true;
        rowReaders.clear();
    }
}
