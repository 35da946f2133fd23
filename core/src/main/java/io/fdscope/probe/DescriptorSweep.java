package io.fdscope.probe;

import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/**
 * One pass over the numbers of the process: which are open, and what their links say.
 *
 * <p>As a rule every number is probed, which needs no free descriptor, until as many are open as the kernel counts. To
 * look at a number that is not open costs an exception, so where the kernel's table is all but empty its folder is listed
 * instead. That takes a descriptor for a moment, of which there are plenty: three quarters of the table are free. Only
 * where the limit was lowered below the size that the table once grew to may it be one of the last.
 *
 * <p>The kernel also counts numbers that are set aside and not open: one for each thread that waits in {@code accept(2)}.
 * How many, a pass to the end of the table tells; the next passes take as many for granted, and stop early all the same.
 *
 * <p>A file's link says nothing new when another file takes its place under the same path and number, as after the
 * rotation of a log. So once a minute the local files are looked at again; others could block us.
 */
final class DescriptorSweep {
    /** How far to look where the kernel does not tell the size of its table. */
    private static final int SIZE_UNKNOWN = 1 << 16;
    /** Smaller tables are probed: a process with a low limit needs its last descriptors more than we do. */
    private static final int LEAST_LISTED = 1024;

    private static final int SPARSE = 4;
    /** So many passes take for granted how many numbers are set aside; then one goes to the end. */
    private static final int TRUSTED_PASSES = 15;

    private static final long LOOK_AGAIN_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final DescriptorLinks links;
    private final OpenCount openCount;
    private final TableSize tableSize;
    private final OwnFiles own;
    private TableUpdate update;
    private long epochMillis;
    private int found;
    private int ownSeen;
    /** What the kernel counted beyond what was open, when it was last looked. */
    private long setAside;

    private int trusted;

    private final BitSet localFiles = new BitSet();

    private long lookedAgainMillis;
    private boolean lookAgain;

    DescriptorSweep(DescriptorLinks links, OpenCount openCount, TableSize tableSize, OwnFiles own) {
        this.links = links;
        this.openCount = openCount;
        this.tableSize = tableSize;
        this.own = own;
    }

    /** Brings {@code toUpdate} up to date, but for what the sockets are. */
    void run(TableUpdate toUpdate, long epochMillisNow) throws IOException {
        update = toUpdate;
        epochMillis = epochMillisNow;
        own.startScan();
        lookAgain = Math.abs(epochMillis - lookedAgainMillis) >= LOOK_AGAIN_MILLIS;
        lookedAgainMillis = lookAgain ? epochMillis : lookedAgainMillis;
        long expected = openCount.read();
        long size = tableSize.read();
        boolean sparse = size >= LEAST_LISTED && SPARSE * (expected < 0 ? before() : expected) < size;
        int[] listed = sparse ? links.list() : new int[0];
        found = 0;
        ownSeen = 0;
        if (listed.length > 0) {
            readListed(listed);
        } else {
            probe(expected, size > 0 ? size : SIZE_UNKNOWN);
        }
        update = null;
    }

    /** Descriptors of our own that the last pass met. */
    int own() {
        return ownSeen;
    }

    /** What the last pass found; more than any table holds before the first. */
    private long before() {
        return found == 0 ? Integer.MAX_VALUE : found;
    }

    private void readListed(int[] numbers) throws IOException {
        int next = 0;
        for (int fd : numbers) {
            while (next < fd) {
                update.absent(next++);
            }
            look(fd);
            next = fd + 1;
        }
        update.absentFrom(next);
    }

    /**
     * Descriptors come and go under way, so the count is no reason to stop below a number that was open last time, and
     * it is read again before we stop. Nor is it where numbers are set aside, until as many and one more are not open
     * beyond the highest: what was set aside may have been opened since.
     */
    private void probe(long expectedAtFirst, long end) throws IOException {
        long expected = expectedAtFirst;
        long granted = trusted++ < TRUSTED_PASSES ? setAside : 0;
        long beyond = granted == 0 ? 0 : granted + 1;
        int highest = update.highest();
        int fd = 0;
        boolean counted = false;
        while (fd < end && !counted) {
            highest = look(fd) ? Math.max(highest, fd) : highest;
            fd++;
            if (fd > highest + beyond && isAll(expected, granted)) {
                expected = openCount.read();
                counted = isAll(expected, granted);
            }
        }
        update.absentFrom(fd);
        if (granted == 0 || !counted) {
            trusted = 0;
        }
        long now = counted ? expected : openCount.read();
        setAside = now < 0 ? 0 : Math.max(0, now - found);
    }

    private boolean isAll(long expected, long granted) {
        return expected >= 0 && found + granted >= expected;
    }

    private boolean look(int fd) throws IOException {
        boolean open = links.read(fd);
        if (open) {
            found++;
            place(fd);
        } else {
            update.absent(fd);
        }
        return open;
    }

    private void place(int fd) {
        int mark = links.mark();
        if (update.isPresent(fd) && update.tag(fd) == mark) {
            if (lookAgain && localFiles.get(fd)) {
                placeAgain(fd, mark);
            }
            return;
        }
        links.parse();
        localFiles.clear(fd);
        if (links.isPath()) {
            if (own.take(links.target())) {
                ownSeen++;
                update.absent(fd);
                return;
            }
            links.lookAtPath();
            localFiles.set(fd, links.isLocalFile());
        }
        update.present(fd, links.kind(), links.inode(), epochMillis);
        update.tag(fd, mark);
    }

    private void placeAgain(int fd, int mark) {
        links.parse();
        links.lookAtPath();
        if (links.isLocalFile()) {
            update.present(fd, links.kind(), links.inode(), epochMillis);
            update.tag(fd, mark);
        }
    }
}
