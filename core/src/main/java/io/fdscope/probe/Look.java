package io.fdscope.probe;

import io.fdscope.descriptor.DescriptorKind;
import io.fdscope.descriptor.EndpointPair;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketState;
import io.fdscope.descriptor.TableUpdate;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.Reading;
import java.io.IOException;

/**
 * One look at each open number, as much as its poll answer calls for.
 *
 * <ul>
 *   <li>The answer is new: kind, inode, protocol and state are asked for.
 *   <li>The answer is that of the scan before, and the state cannot change without changing it: nothing. A number that
 *       was given to another socket in the meantime, which answers alike, is noticed by one in {@value #TURNS} scans, in
 *       turn; so is a connection that our own side has half closed.
 *   <li>Unidentified sockets: the inode in every second scan. {@code tcp_poll} keeps saying POLLHUP until it is connected
 *       anew.
 *   <li>All other states: everything, in every scan.
 * </ul>
 */
final class Look {
    static final int TURNS = 16;

    /** Bits of the tag: the poll answer, that there was one, and for sockets whether they are of another namespace. */
    private static final int ANSWER = 0x3fff;

    static final int SEEN = 1 << 14;
    static final int PATH_ONLY = 1 << 15;
    /** Of sockets. */
    private static final int FOREIGN = 1 << 16;
    /** Of files under /proc: to poll some of them, {@code /proc/self/mounts} for one, takes an event from the host. */
    static final int QUIET = 1 << 16;

    private static final EndpointPair NO_ENDS = new EndpointPair();

    private final KernelCalls calls;
    private final SocketLook sockets;
    private final FileLook files;
    private final FreshSockets fresh;
    private TableUpdate update;
    private long epochMillis;
    /** What another probe has left in the table is not ours to trust. */
    private boolean isFirst = true;

    private int turn;
    private int found;
    private int vanished;
    private int foreign;
    private boolean tellsNamespaces;

    Look(KernelCalls calls, DescriptorLinks links, OwnFiles own) {
        this.calls = calls;
        this.sockets = new SocketLook(calls);
        this.files = new FileLook(calls, links, own);
        this.fresh = new FreshSockets(calls, sockets);
    }

    void start(TableUpdate toUpdate, long now) {
        update = toUpdate;
        epochMillis = now;
        turn = (turn + 1) % TURNS;
        found = 0;
        vanished = 0;
        foreign = 0;
        tellsNamespaces = calls.tellsNamespaces();
        files.start(toUpdate, now);
        fresh.clear();
    }

    /** Whether a number is not to be polled. */
    boolean isQuiet(int fd) {
        return update.isPresent(fd) && (update.tag(fd) & QUIET) != 0 && !update.isSocket(fd);
    }

    /** Takes the poll answer of one number. */
    void at(int fd, int revents) throws IOException {
        if (isQuiet(fd)) {
            quiet(fd);
            return;
        }
        if ((revents & KernelCalls.POLLNVAL) != 0) {
            notPolled(fd);
            return;
        }
        found++;
        int answer = (revents & ANSWER) | SEEN;
        boolean present = update.isPresent(fd);
        if (present && !isFirst && (update.tag(fd) & (ANSWER | SEEN | PATH_ONLY)) == answer && fd % TURNS != turn) {
            if (update.isSocket(fd) ? isAsBefore(fd, revents) : files.isAsBefore(fd)) {
                return;
            }
        }
        look(fd, answer);
    }

    private void quiet(int fd) throws IOException {
        if (!calls.stat(fd)) {
            update.absent(fd);
            return;
        }
        found++;
        if (calls.isSocket()) {
            socket(fd, SEEN, calls.inode());
        } else if (isFirst || fd % TURNS == turn || !files.isMetAgain(fd)) {
            files.look(fd, SEEN);
        }
    }

    /** {@code poll(2)} does not see what was opened with O_PATH. */
    private void notPolled(int fd) throws IOException {
        if (update.isPresent(fd) && (update.tag(fd) & PATH_ONLY) != 0 && calls.stat(fd) && !calls.isSocket()) {
            pathOnly(fd);
        } else {
            update.absent(fd);
        }
    }

    /** Looks at one that {@link KernelCalls#stat} has just met. */
    void pathOnly(int fd) throws IOException {
        found++;
        files.look(fd, SEEN | PATH_ONLY);
    }

    private boolean isAsBefore(int fd, int revents) {
        boolean same = switch (update.state(fd)) {
            case ESTABLISHED, LISTEN, CLOSE_WAIT, UDP_BOUND, OPEN -> (revents & KernelCalls.POLLHUP) == 0;
            case UNIX_UNCONNECTED, UNIX_LISTENING, UNIX_CONNECTED -> true;
            case UNIDENTIFIED -> (revents & KernelCalls.POLLHUP) != 0 && (((fd ^ turn) & 1) != 0 || isSameInode(fd));
            default -> false;
        };
        foreign += same && (update.tag(fd) & FOREIGN) != 0 ? 1 : 0;
        return same;
    }

    private boolean isSameInode(int fd) {
        return calls.stat(fd) && calls.isSocket() && calls.inode() == update.inode(fd);
    }

    private void look(int fd, int answer) throws IOException {
        if (!calls.stat(fd)) {
            found--;
            vanished++;
            update.absent(fd);
        } else if (calls.isSocket()) {
            socket(fd, answer, calls.inode());
        } else {
            files.look(fd, answer);
        }
    }

    private void socket(int fd, int answer, long inode) {
        boolean known = !isFirst
                && update.isSocket(fd)
                && update.inode(fd) == inode
                && (update.tag(fd) & SEEN) != 0
                && update.protocol(fd) != Protocol.UNKNOWN;
        boolean wasUnidentified = known && update.state(fd).isUnidentified();
        Protocol protocol = known ? update.protocol(fd) : sockets.protocol(fd);
        boolean isForeign = known ? (update.tag(fd) & FOREIGN) != 0 : tellsNamespaces && calls.isForeign(fd);
        SocketState state = sockets.state(fd, protocol);
        update.present(fd, DescriptorKind.SOCKET, inode, epochMillis);
        update.socket(fd, protocol, state, NO_ENDS);
        update.tag(fd, answer | (isForeign ? FOREIGN : 0));
        foreign += isForeign ? 1 : 0;
        if (state.isUnidentified() && !wasUnidentified) {
            fresh.add(fd);
        }
    }

    /** Looks again at what this scan was the first to find unidentified. */
    void confirmUnidentified() {
        vanished += fresh.confirm(update);
        isFirst = false;
    }

    /** Open numbers so far, our own included. */
    int found() {
        return found;
    }

    int own() {
        return files.own();
    }

    int vanished() {
        return vanished + files.vanished();
    }

    /** Sockets of another network namespace; −1 where that cannot be told. */
    long foreign() {
        return tellsNamespaces ? foreign : Reading.UNKNOWN;
    }
}
