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
 * One look at each number, as much as is called for. Sockets are polled; then it is up to the answer.
 *
 * <ul>
 *   <li>The answer is new: inode, protocol and state are asked for.
 *   <li>The answer is that of the scan before, and the state cannot change without changing it: nothing. A number that
 *       was given to another socket in the meantime, which answers alike, is noticed by one in {@value Turns#COUNT} scans,
 *       in turn; so is a connection that our own side has half closed.
 *   <li>Unidentified sockets: the inode in every second scan. {@code tcp_poll} keeps saying POLLHUP until it is connected
 *       anew.
 *   <li>All other states: everything, in every scan.
 *   <li>Numbers that the scan before did not know as sockets: {@link FileLook}, and the rest only if they are now.
 * </ul>
 *
 * <p>What is no socket is never polled, whatever the events asked for, since that runs the file's own code, and some of
 * it takes the event from the host: {@code /proc/self/mounts}, pressure triggers under {@code /proc/pressure}, perf, some
 * drivers; and an epoll instance runs that of the files in it. Only where such a file has taken a socket's number since the
 * last scan is it polled, once.
 */
final class Look {
    /** Bits of the tag: the poll answer, that there was a look, and for sockets whether they are of another namespace. */
    private static final int ANSWER = 0x3fff;

    static final int SEEN = 1 << 14;
    private static final int FOREIGN = 1 << 16;

    private static final EndpointPair NO_ENDS = new EndpointPair();

    private final KernelCalls calls;
    private final SocketLook sockets;
    private final FileLook files;
    private final FreshSockets fresh;
    private final Turns turns = new Turns();
    private TableUpdate update;
    private long epochMillis;
    private int found;
    private int highest;
    private int vanished;
    private int foreign;
    private boolean tellsNamespaces;
    /** Sockets that are known have not been asked for their namespace. */
    private boolean tellsNewly;

    Look(KernelCalls calls, DescriptorLinks links, OwnFiles own) {
        this.calls = calls;
        this.sockets = new SocketLook(calls);
        this.files = new FileLook(calls, links, own);
        this.fresh = new FreshSockets(calls, sockets);
    }

    void start(TableUpdate toUpdate, long now) {
        update = toUpdate;
        epochMillis = now;
        found = 0;
        highest = -1;
        vanished = 0;
        foreign = 0;
        calls.learnNamespace();
        tellsNewly = !tellsNamespaces && calls.tellsNamespaces();
        tellsNamespaces = calls.tellsNamespaces();
        turns.startScan();
        files.start(toUpdate, turns, now);
        fresh.clear();
    }

    /** Whether a number, or whatever else is counted, is one of those that are due in this scan. */
    boolean isDue(int number) {
        return turns.isDue(number);
    }

    /** Finds out what a number is, unless the scan before knew it as a socket's. Those that are sockets now are to be polled. */
    void beforePoll(int fd) throws IOException {
        if (!turns.isFirst() && update.isSocket(fd)) {
            return;
        }
        switch (files.look(fd)) {
            case NOTHING -> {}
            case FILE -> found(fd);
            case SOCKET -> {
                update.present(fd, DescriptorKind.SOCKET, files.socketInode(), epochMillis);
                update.tag(fd, 0);
            }
        }
    }

    /** Takes the poll answer of a socket's number. */
    void polled(int fd, int revents) throws IOException {
        int answer = (revents & ANSWER) | SEEN;
        if ((revents & KernelCalls.POLLNVAL) != 0) {
            lookAfresh(fd);
        } else if (isAsBefore(fd, revents, answer)) {
            found(fd);
            foreign += (update.tag(fd) & FOREIGN) != 0 ? 1 : 0;
        } else if (calls.stat(fd) && calls.isSocket()) {
            found(fd);
            socket(fd, answer, calls.inode());
        } else if (lookAfresh(fd) == FileLook.Met.NOTHING) {
            vanished++;
        }
    }

    /** The number is no longer that socket's. */
    private FileLook.Met lookAfresh(int fd) throws IOException {
        FileLook.Met met = files.look(fd);
        if (met == FileLook.Met.SOCKET) {
            socket(fd, SEEN, files.socketInode());
        }
        if (met != FileLook.Met.NOTHING) {
            found(fd);
        }
        return met;
    }

    /** Looks at one that cannot be found without its link. */
    void pathOnly(int fd) throws IOException {
        if (files.lookAtLink(fd) == FileLook.Met.FILE) {
            found(fd);
        }
    }

    private void found(int fd) {
        found++;
        highest = Math.max(highest, fd);
    }

    private boolean isAsBefore(int fd, int revents, int answer) {
        if ((update.tag(fd) & (ANSWER | SEEN)) != answer || turns.isDue(fd) || tellsNewly) {
            return false;
        }
        return switch (update.state(fd)) {
            case ESTABLISHED, LISTEN, CLOSE_WAIT, UDP_BOUND, OPEN -> (revents & KernelCalls.POLLHUP) == 0;
            case UNIX_UNCONNECTED, UNIX_LISTENING, UNIX_CONNECTED -> true;
            case UNIDENTIFIED -> (revents & KernelCalls.POLLHUP) != 0 && (!turns.isDueByHalf(fd) || isSameInode(fd));
            default -> false;
        };
    }

    private boolean isSameInode(int fd) {
        return calls.stat(fd) && calls.isSocket() && calls.inode() == update.inode(fd);
    }

    private void socket(int fd, int answer, long inode) {
        boolean known = update.isSocket(fd)
                && update.inode(fd) == inode
                && (update.tag(fd) & SEEN) != 0
                && update.protocol(fd) != Protocol.UNKNOWN;
        boolean wasUnidentified = known && update.state(fd).isUnidentified();
        Protocol protocol = known ? update.protocol(fd) : sockets.protocol(fd);
        boolean isAsked = known && !tellsNewly;
        boolean isForeign = isAsked ? (update.tag(fd) & FOREIGN) != 0 : calls.isForeign(fd);
        SocketState state = sockets.state(fd, protocol);
        update.present(fd, DescriptorKind.SOCKET, inode, epochMillis);
        update.socket(fd, protocol, state, NO_ENDS);
        int tag = known || isSameInode(fd) ? answer : 0; // Another's by now: the next scan looks afresh.
        update.tag(fd, tag | (isForeign ? FOREIGN : 0));
        foreign += isForeign ? 1 : 0;
        if (state.isUnidentified() && !wasUnidentified) {
            fresh.add(fd);
        }
    }

    /** Looks again at what this scan was the first to find unidentified. */
    void confirmUnidentified() {
        vanished += fresh.confirm(update);
        turns.endScan();
    }

    /** Open numbers so far, our own included. */
    int found() {
        return found;
    }

    /** The highest open number so far, our own included, or −1. */
    int highest() {
        return highest;
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
