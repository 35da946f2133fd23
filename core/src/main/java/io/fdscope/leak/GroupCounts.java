package io.fdscope.leak;

import io.fdscope.descriptor.AddressFamily;
import io.fdscope.descriptor.Protocol;
import io.fdscope.descriptor.SocketGroup;
import io.fdscope.descriptor.SocketState;
import io.fdscope.origin.TracedSocket;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Sockets by the group of their state: those seen, and how many more they stand for where creations are sampled. */
final class GroupCounts {
    /** Beyond the groups there are: a unix-domain socket that is of no use, for it is not connected. */
    static final int UNCONNECTED = SocketGroup.values().length;

    /** Beyond them too: of a family that no kernel table lists, so that nobody can tell whether it is of use. */
    static final int UNLISTED = UNCONNECTED + 1;

    static final int GROUPS = UNLISTED + 1;

    private final long[] seen = new long[GROUPS];
    private final long[] beyond = new long[GROUPS];

    static int groupOf(SocketState state, Protocol protocol) {
        return switch (state) {
            case UNIX_UNCONNECTED -> UNCONNECTED;
            case UNIDENTIFIED ->
                protocol.family() == AddressFamily.OTHER
                        ? UNLISTED
                        : state.group().ordinal();
            default -> state.group().ordinal();
        };
    }

    /**
     * Whether a socket of this group is of no use to anybody. One for datagrams that is bound to nothing may wait for what
     * it is to send first: Reactor Netty keeps one for each of its threads.
     */
    static boolean isDead(int group) {
        return group == SocketGroup.UNIDENTIFIED.ordinal() || group == UNCONNECTED;
    }

    /** Whether half of such a connection is over. */
    static boolean isLingering(int group) {
        return group == SocketGroup.CLOSE_WAIT.ordinal()
                || group == SocketGroup.FIN_WAIT_ONE.ordinal()
                || group == SocketGroup.FIN_WAIT_TWO.ordinal();
    }

    void clear() {
        Arrays.fill(seen, 0);
        Arrays.fill(beyond, 0);
    }

    void add(int group, TracedSocket socket) {
        add(group, socket.weight());
    }

    void add(int group, int weight) {
        seen[group]++;
        beyond[group] += weight - 1;
    }

    long seen(int group) {
        return seen[group];
    }

    long beyond(int group) {
        return beyond[group];
    }

    long seen() {
        return sum(seen);
    }

    /** As many as they stand for by the rate at which they were sampled. */
    long scaled() {
        return sum(seen) + sum(beyond);
    }

    /** Many times for each site at each scan, and for half an hour by the interpreter: a stream would take long. */
    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    long scaled(IntPredicate groups) {
        long sum = 0;
        for (int group = 0; group < GROUPS; group++) {
            sum += groups.test(group) ? seen[group] + beyond[group] : 0;
        }
        return sum;
    }

    /** @param shares how many unsampled sockets there are in fact for one that a sampled one stands for, by group */
    long estimated(int group, double[] shares) {
        return seen[group] + Math.round(beyond[group] * shares[group]);
    }

    long estimated(IntPredicate groups, double[] shares) {
        long sum = 0;
        for (int group = 0; group < GROUPS; group++) {
            sum += groups.test(group) ? estimated(group, shares) : 0;
        }
        return sum;
    }

    long estimated(SocketGroup group, double[] shares) {
        return estimated(group.ordinal(), shares);
    }

    long estimated(double[] shares) {
        return estimated(group -> true, shares);
    }
}
