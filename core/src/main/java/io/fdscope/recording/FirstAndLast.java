package io.fdscope.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Of what comes one after the other so many of the beginning and so many of the end; those between are counted. */
final class FirstAndLast<T> {
    private final int most;
    private final List<T> first = new ArrayList<>();
    private final Deque<T> last = new ArrayDeque<>();
    private long leftOut;

    /** @param most how many are kept of either end */
    FirstAndLast(int most) {
        this.most = most;
    }

    void add(T one) {
        if (first.size() < most) {
            first.add(one);
            return;
        }
        last.add(one);
        if (last.size() > most) {
            last.remove();
            leftOut++;
        }
    }

    /** Those that are kept, in the order in which they came. */
    List<T> kept() {
        List<T> kept = new ArrayList<>(first);
        kept.addAll(last);
        return kept;
    }

    /** How many there were between the first and the last. */
    long leftOut() {
        return leftOut;
    }
}
