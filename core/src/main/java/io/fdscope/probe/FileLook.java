package io.fdscope.probe;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A look at a number that is not known as a socket's, without polling it: by its link, which tells our own files from the
 * rest, and which is read only when something is new.
 *
 * <p>Whether something is new, {@code stat} tells in every scan where it cannot block. Where it can, the number only has to
 * be open and not to be polled, as no socket is; the link is read in every scan where it can be polled, else by one in
 * {@value Turns#COUNT} scans, in turn. Files on local disks, which bear the name of another after the rotation of a log,
 * are asked again once a minute as well.
 */
final class FileLook {
    /** What a number is met as. */
    enum Met {
        NOTHING,
        /** Its inode is in {@link FileLook#socketInode}. */
        SOCKET,
        /** In the table, or our own. */
        FILE
    }

    /** What the tag keeps of the link's mark: enough to see that another file has taken the number. */
    private static final int MARK = 0xfffe0000;
    /** Opened with O_PATH: as {@link KernelCalls#isOpen} does not tell, its link has to. */
    private static final int PATH_ONLY = 1 << 15;
    /** To follow its link again cannot block. */
    private static final int LOCAL = 1 << 16;

    private static final long ASK_AGAIN_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final KernelCalls calls;
    private final DescriptorLinks links;
    private final OwnFiles own;
    private final OwnNumbers ownNumbers;
    private TableUpdate update;
    private Turns turns;
    private long epochMillis;
    private long askedAgainMillis;
    private boolean asksAgain;
    private int ownSeen;
    private int vanished;
    private boolean mayBeSocket;
    private long socketInode;

    FileLook(KernelCalls calls, DescriptorLinks links, OwnFiles own) {
        this.calls = calls;
        this.links = links;
        this.own = own;
        this.ownNumbers = new OwnNumbers(own);
    }

    void start(TableUpdate toUpdate, Turns scan, long now) {
        update = toUpdate;
        turns = scan;
        epochMillis = now;
        asksAgain = !calls.statsFiles() && Math.abs(now - askedAgainMillis) >= ASK_AGAIN_MILLIS;
        askedAgainMillis = asksAgain ? now : askedAgainMillis;
        ownSeen = 0;
        vanished = 0;
        ownNumbers.start();
    }

    int own() {
        return ownSeen;
    }

    int vanished() {
        return vanished;
    }

    /** Of the last number that was met as a socket. */
    long socketInode() {
        return socketInode;
    }

    /** Brings the row of a number up to date, unless it turns out to be a socket. */
    Met look(int fd) throws IOException {
        if (!isOpen(fd)) {
            update.absent(fd);
            return Met.NOTHING;
        }
        if (calls.statsFiles() && calls.isSocket()) {
            socketInode = calls.inode();
            return Met.SOCKET;
        }
        return isAsBefore(fd) ? Met.FILE : lookAtLink(fd);
    }

    private boolean isOpen(int fd) throws IOException {
        if (calls.statsFiles()) {
            return calls.stat(fd);
        }
        if (isKnown(fd) && (update.tag(fd) & PATH_ONLY) != 0) {
            mayBeSocket = calls.isOpen(fd);
            return links.read(fd);
        }
        boolean isOpen = calls.isOpen(fd);
        mayBeSocket = calls.isPollable();
        return isOpen;
    }

    private boolean isKnown(int fd) {
        return !turns.isFirst() && update.isPresent(fd) && !update.isSocket(fd) && (update.tag(fd) & Look.SEEN) != 0;
    }

    private boolean isAsBefore(int fd) {
        if (mayBeSocket || turns.isDue(fd) || ownNumbers.areNew()) {
            return false;
        }
        if (isKnown(fd)) {
            return isSameByStat(fd) && !(asksAgain && isLocal(fd));
        }
        boolean isOwn = !update.isPresent(fd) && ownNumbers.take(fd, inode());
        ownSeen += isOwn ? 1 : 0;
        return isOwn;
    }

    private boolean isLocal(int fd) {
        return (update.tag(fd) & LOCAL) != 0;
    }

    private long inode() {
        return calls.statsFiles() ? calls.inode() : Descriptor.NO_INODE;
    }

    /** As far as it can be asked. */
    private boolean isSameByStat(int fd) {
        if (!calls.statsFiles()) {
            return true;
        }
        long inode = update.inode(fd);
        return (inode == Descriptor.NO_INODE || inode == calls.inode())
                && !(calls.isUnlinked() && update.kind(fd) == DescriptorKind.REGULAR_FILE);
    }

    /** The same, of a number that is open. */
    Met lookAtLink(int fd) throws IOException {
        long inode = inode();
        if (!links.read(fd)) {
            vanished++;
            update.absent(fd);
            return Met.NOTHING;
        }
        boolean isSame = isKnown(fd) && ((update.tag(fd) ^ links.mark()) & MARK) == 0 && isSameByStat(fd);
        if (isSame && !ownNumbers.areNew() && !isToAskAgain(fd)) {
            return Met.FILE;
        }
        links.parse();
        if (links.kind() == DescriptorKind.SOCKET) {
            socketInode = links.inode();
            return Met.SOCKET;
        }
        if (links.isPath() && own.take(links.target())) {
            ownNumbers.add(fd, inode, links.target());
            ownSeen++;
            update.absent(fd);
        } else if (!isSame || isToAskAgain(fd)) {
            place(fd);
        }
        return Met.FILE;
    }

    /** Another file may bear the same name. */
    private boolean isToAskAgain(int fd) {
        return !calls.statsFiles() && isLocal(fd) && (asksAgain || turns.isDue(fd));
    }

    private void place(int fd) {
        int tag = Look.SEEN | (links.mark() & MARK);
        if (links.isPath()) {
            links.lookAtPath();
            tag |= links.isLocalFile() ? LOCAL : 0;
        }
        tag |= calls.statsFiles() || calls.isOpen(fd) ? 0 : PATH_ONLY;
        update.present(fd, links.kind(), links.inode(), epochMillis);
        update.tag(fd, tag);
    }
}
