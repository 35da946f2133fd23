package io.fdscope.fault;

import io.fdscope.origin.GivenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts our own failures and keeps the first of each kind.
 *
 * <p>{@link #record} is safe to call from every edge: it throws nothing, not even when a listener does or when memory
 * is short. At most {@value #MAX_KINDS} kinds are told apart; what comes later is counted as {@code other}.
 */
public final class Faults {
    static final int MAX_KINDS = 64;
    private static final int MAX_DESCRIPTION = 300;

    private final Map<String, long[]> counts = new TreeMap<>();
    private final List<Fault> first = new ArrayList<>();
    private final List<Consumer<Fault>> listeners = new ArrayList<>();
    private long total;

    /** Counts a failure; the first of its kind is kept and told to the listeners. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public void record(Edge edge, Throwable cause) {
        try {
            Fault news = count(edge, cause);
            if (news != null) {
                tell(news);
            }
        } catch (Throwable ignored) {
            // Only an OutOfMemoryError or a StackOverflowError gets here. The host goes first.
            lost();
        }
    }

    /** Adds a listener for the first fault of each kind, and tells it what has been kept so far. */
    public void listen(Consumer<Fault> listener) {
        List<Fault> known;
        synchronized (this) {
            listeners.add(listener);
            known = List.copyOf(first);
        }
        known.forEach(listener);
    }

    /** Removes a listener. */
    public synchronized void forget(Consumer<Fault> listener) {
        listeners.remove(listener);
    }

    /** All failures since start. */
    public synchronized long count() {
        return total;
    }

    /** Failures of one kind since start. */
    public synchronized long count(String kind) {
        long[] count = counts.get(kind);
        return count == null ? 0 : count[0];
    }

    /** Failures by kind since start, sorted by kind. */
    public synchronized Map<String, Long> byKind() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((kind, count) -> copy.put(kind, count[0]));
        return copy;
    }

    private synchronized Fault count(Edge edge, Throwable cause) {
        total++;
        String kind = edge.label() + ": " + cause.getClass().getName();
        if (!counts.containsKey(kind) && counts.size() >= MAX_KINDS) {
            kind = "other";
        }
        long[] count = counts.computeIfAbsent(kind, k -> new long[1]);
        count[0]++;
        if (count[0] > 1) {
            return null;
        }
        Fault fault = new Fault(kind, edge, describe(cause), System.currentTimeMillis());
        first.add(fault);
        return fault;
    }

    private void tell(Fault fault) {
        List<Consumer<Fault>> copy;
        synchronized (this) {
            copy = List.copyOf(listeners);
        }
        for (Consumer<Fault> listener : copy) {
            try {
                listener.accept(fault);
            } catch (Throwable failedListener) {
                lost();
            }
        }
    }

    private synchronized void lost() {
        total++;
    }

    private static String describe(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        String text = cause + (stack.length == 0 ? "" : " at " + stack[0]);
        String line = new GivenName(text).oneLine();
        return line.length() <= MAX_DESCRIPTION ? line : line.substring(0, MAX_DESCRIPTION);
    }
}
