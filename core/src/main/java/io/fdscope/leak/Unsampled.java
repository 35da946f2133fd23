package io.fdscope.leak;

import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracedSocket;
import java.util.stream.Stream;

/**
 * The open sockets that were not sampled, which are dealt out to the sites by what the sampled ones of the same kind and
 * state stand for. Their number is known, so the estimates add up: where one site makes them all, it is exact.
 */
final class Unsampled {
    private final long[][] count = new long[OpenedBy.values().length][GroupCounts.GROUPS];
    private final GroupCounts[] sampled =
            Stream.generate(GroupCounts::new).limit(OpenedBy.values().length).toArray(GroupCounts[]::new);

    void addUnsampled(int group, TracedSocket socket) {
        count[socket.openedBy().ordinal()][group]++;
    }

    void addSampled(int group, TracedSocket socket) {
        sampled[socket.openedBy().ordinal()].add(group, socket);
    }

    /** By group, how many there are of one kind for one that a sampled socket stands for. */
    double[] shares(OpenedBy kind) {
        double[] shares = new double[GroupCounts.GROUPS];
        for (int group = 0; group < shares.length; group++) {
            long stoodFor = sampled[kind.ordinal()].beyond(group);
            shares[group] = stoodFor == 0 ? 0 : (double) count[kind.ordinal()][group] / stoodFor;
        }
        return shares;
    }
}
