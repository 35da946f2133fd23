package io.fdscope.leak;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the kernel hints at for sockets of which the ledger does not know what is wrong with them. Only the first few of a
 * scan are asked about: the others are as those. Used again for each scan; not thread safe.
 */
final class KernelAnswers {
    private static final int MOST_ASKED = 16;

    private final Map<SuspectCause, Long> answers = new EnumMap<>(SuspectCause.class);
    private long sockets;

    void clear() {
        answers.clear();
        sockets = 0;
    }

    /** Counts another socket. Returns whether the kernel is to be asked about it. */
    boolean isToBeAsked() {
        return ++sockets <= MOST_ASKED;
    }

    void add(SuspectCause cause) {
        answers.merge(cause, 1L, Long::sum);
    }

    /** Adds all sockets, those that nobody was asked about too. */
    void addTo(Map<SuspectCause, Long> causes) {
        long answered = answers.values().stream().mapToLong(Long::longValue).sum();
        answers.forEach((cause, count) -> causes.merge(cause, sockets * count / answered, Long::sum));
    }
}
