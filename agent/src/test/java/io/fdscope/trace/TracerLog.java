package io.fdscope.trace;

import io.fdscope.origin.ConnectAttempt;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.RemoteEnd;
import io.fdscope.origin.SocketTracer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes down what it is told. Sockets are numbered in the order of their creation. */
final class TracerLog implements SocketTracer {
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Long> open = new HashMap<>();
    private long last;

    @Override
    public synchronized long opened(int fd, OpenedBy by) {
        open.put(fd, ++last);
        lines.add("opened " + last + " " + by.label() + (isSocket(fd) ? "" : ", which is none"));
        return last;
    }

    @Override
    public synchronized long accepted(int fd, OpenedBy by, RemoteEnd peer) {
        long id = opened(fd, by);
        connected(fd, ConnectAttempt.atOnce(peer, ConnectAttempt.Outcome.SUCCEEDED, ""));
        return id;
    }

    @Override
    public synchronized void openFailed(OpenedBy by, IOException failure) {
        lines.add("failed " + by.label() + ": " + failure.getMessage());
    }

    @Override
    public synchronized void connected(int fd, ConnectAttempt attempt) {
        boolean timed = attempt.durationNanos() >= 0;
        boolean pending = attempt.outcome() == ConnectAttempt.Outcome.PENDING;
        lines.add("connect " + open.get(fd) + " " + attempt.outcome() + " "
                + attempt.remote().endpoint() + " ("
                + attempt.remote().address() + ")" + (attempt.failure().isEmpty() ? "" : ": " + attempt.failure())
                + (timed == pending ? " with duration " + attempt.durationNanos() : ""));
    }

    @Override
    public synchronized void closedInJava(int fd) {
        lines.add("held " + open.get(fd));
    }

    @Override
    public synchronized void releasing(int fd) {
        Long id = open.remove(fd);
        if (id != null) {
            String by = Thread.currentThread().getName().equals("Common-Cleaner") ? " by the cleaner" : "";
            lines.add("released " + id + by + (isSocket(fd) ? "" : ", which is gone already"));
        }
    }

    @Override
    public synchronized long creationId(int fd) {
        return open.getOrDefault(fd, 0L);
    }

    @Override
    public long createdNanos(int fd) {
        return System.nanoTime();
    }

    /** What was written since the last time; where no socket is left, they are numbered from 1 again. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        if (open.isEmpty()) {
            last = 0;
        }
        return taken;
    }

    synchronized boolean heard(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** The numbers that it takes for open sockets. */
    synchronized Set<Integer> numbers() {
        return new TreeSet<>(open.keySet());
    }

    private static boolean isSocket(int fd) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd))
                    .toString()
                    .startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }
}
