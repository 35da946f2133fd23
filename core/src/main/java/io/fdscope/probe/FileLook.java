package io.fdscope.probe;

import io.fdscope.descriptor.Descriptor;
import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import java.io.IOException;

/** A look at what is no socket: by its link, which tells our own from the rest, and read only when something is new. */
final class FileLook {
    /** What the tag keeps of the link's mark: enough to see that another file has taken the number. */
    private static final int MARK = 0xfffe0000;

    private static final String PROC = "/proc/";

    private final KernelCalls calls;
    private final DescriptorLinks links;
    private final OwnFiles own;
    private final OwnNumbers ownNumbers;
    private TableUpdate update;
    private long epochMillis;
    private int ownSeen;
    private int vanished;

    FileLook(KernelCalls calls, DescriptorLinks links, OwnFiles own) {
        this.calls = calls;
        this.links = links;
        this.own = own;
        this.ownNumbers = new OwnNumbers(own);
    }

    void start(TableUpdate toUpdate, long now) {
        update = toUpdate;
        epochMillis = now;
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

    /** Whether an open number whose poll answer is the old one is the old file, as far as that can be asked quickly. */
    boolean isAsBefore(int fd) {
        if (ownNumbers.areNew()) {
            return false;
        }
        if (!calls.isStatQuick()) {
            return true;
        }
        return calls.stat(fd) && !calls.isSocket() && isMetAgain(fd);
    }

    /** Whether {@link KernelCalls#stat} has just met the old file. */
    boolean isMetAgain(int fd) {
        long inode = update.inode(fd);
        return !ownNumbers.areNew()
                && (inode == Descriptor.NO_INODE || inode == calls.inode())
                && !(calls.isUnlinked() && update.kind(fd) == DescriptorKind.REGULAR_FILE);
    }

    /** Looks at one that {@link KernelCalls#stat} has just met. */
    void look(int fd, int answer) throws IOException {
        if (ownNumbers.take(fd, calls.inode())) {
            ownSeen++;
            update.absent(fd);
            return;
        }
        long inode = calls.inode();
        if (!links.read(fd)) {
            vanish(fd);
            return;
        }
        int tag = answer | (links.mark() & MARK);
        if (update.isPresent(fd) && !update.isSocket(fd) && isSameFile(fd, tag)) {
            update.tag(fd, tag | (update.tag(fd) & Look.QUIET));
            return;
        }
        links.parse();
        if (links.kind() == DescriptorKind.SOCKET) {
            vanish(fd); // Another has taken its number just now.
            return;
        }
        if (links.isPath()) {
            if (own.take(links.target())) {
                ownNumbers.add(fd, inode, links.target());
                ownSeen++;
                update.absent(fd);
                return;
            }
            links.lookAtPath();
        }
        update.present(fd, links.kind(), links.inode(), epochMillis);
        boolean isQuiet = links.isPath() && links.target().startsWith(PROC);
        update.tag(fd, isQuiet ? tag | Look.QUIET : tag);
    }

    private boolean isSameFile(int fd, int tag) {
        return ((update.tag(fd) ^ tag) & MARK) == 0 && isMetAgain(fd);
    }

    private void vanish(int fd) {
        vanished++;
        update.absent(fd);
    }
}
